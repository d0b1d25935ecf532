import { type LoadSummary, summarise } from './percentile'

/** One kind of load. */
export type Load = Readonly<{
  callers: number
  seconds: number
  signal: AbortSignal
  /** One call; it throws when the answer is not what it should be. */
  call: (signal: AbortSignal) => Promise<void>
}>

/** A summary, and what the first failed call said. */
export type LoadResult = LoadSummary & Readonly<{ firstError: string | null }>

/** Lets `callers` call, each one after the other, until `seconds` are over. */
export async function runLoad({ callers, seconds, signal, call }: Load): Promise<LoadResult> {
  const times: number[] = []
  let errors = 0
  let firstError: string | null = null
  const endAt = performance.now() + seconds * 1000

  const caller = async () => {
    while (performance.now() < endAt && !signal.aborted) {
      const startedAt = performance.now()
      try {
        await call(AbortSignal.any([signal, AbortSignal.timeout(30_000)]))
        times.push(performance.now() - startedAt)
      } catch (error) {
        errors += 1
        firstError ??= String(error)
      }
    }
  }
  await Promise.all(Array.from({ length: callers }, caller))
  return { ...summarise(times, { errors, seconds }), firstError }
}
