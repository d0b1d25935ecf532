import { ProblemError, UnreachableError } from '@/components/data/problem-error'

/** What a page tells of an error: never a raw message of something unknown. */
export type ProblemWords = Readonly<{ title: string; detail: string; requestId: string | null }>

/** Words for whatever a query or mutation threw. */
export function problemWords(error: unknown): ProblemWords {
  if (error instanceof ProblemError) {
    const { title, detail, requestId } = error.problem
    return { title, detail, requestId }
  }
  if (error instanceof UnreachableError) {
    return {
      title: 'Fivestep did not answer',
      detail:
        error.status === null
          ? 'Is the server still running, and is this machine still on its network?'
          : `Something answered with HTTP ${error.status} in its place: a proxy, or a server that is starting.`,
      requestId: null,
    }
  }
  return {
    title: 'Something went wrong in this page',
    detail: 'Reload it. If it happens again, the server log may say more.',
    requestId: null,
  }
}

/** The problem's own word on one input, by its path (`clientId`). */
export function fieldProblem(error: unknown, path: string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined
  return error.problem.errors?.find((entry) => entry.path === path)?.message
}

/** Whether the problem is told in full by `fieldProblem` of these paths. */
export function isFieldProblem(error: unknown, paths: readonly string[]): boolean {
  return paths.some((path) => fieldProblem(error, path) !== undefined)
}
