import type { Problem } from '@/lib/contract/problem'

/** The server refused, and said why in a problem document. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}

/** No answer that can be read: the server is away, or something between answers in its place. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError'
  /** HTTP status of the foreign answer; null when none came. */
  readonly status: number | null

  constructor(status: number | null, cause: unknown) {
    super(
      status === null
        ? 'Fivestep did not answer'
        : `Fivestep answered ${status} without saying why`,
      {
        cause,
      },
    )
    this.status = status
  }
}
