import { QueryClient } from '@tanstack/react-query'
import { ProblemError } from '@/components/data/problem-error'

/**
 * What the server refused with a reason stays refused, and it has tried again upstream by itself;
 * only a lost answer is asked for again.
 */
function mayTryAgain(failures: number, error: Error): boolean {
  if (error instanceof ProblemError) return false
  return failures < 2
}

/** A query cache with our defaults: one for a browser page, or one for a single server render. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { staleTime: 30_000, retry: mayTryAgain } },
  })
}
