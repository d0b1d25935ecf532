import { ProblemError, UnreachableError } from '@/components/data/problem-error'
import { Problem } from '@/lib/contract/problem'

/**
 * The one fetch of the browser: calls our own API and hands on a 2xx answer.
 *
 * A session that has ended leads to the sign-in page, which leads back to where the person was.
 *
 * @throws {ProblemError} when the server refused and said why.
 * @throws {UnreachableError} when no answer came, or one that is not the server's.
 */
export async function callApi(path: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(path, init).catch((error: unknown) => {
    if (init?.signal?.aborted) throw error
    throw new UnreachableError(null, error)
  })
  if (response.ok) return response
  const problem = await readProblem(response)
  if (problem.code === 'not_signed_in') leaveForSignIn()
  throw new ProblemError(problem)
}

async function readProblem(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch((error: unknown) => {
    throw new UnreachableError(response.status, error)
  })
  const parsed = Problem.safeParse(body)
  if (!parsed.success) throw new UnreachableError(response.status, parsed.error)
  return parsed.data
}

function leaveForSignIn() {
  const { pathname, search } = window.location
  if (pathname === '/sign-in') return
  window.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`)
}
