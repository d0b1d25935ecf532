/** Values that are shown exactly once, on the page after the act that made them. */
export type Flash = Readonly<{
  put(key: string, value: string): void
  /** The value, which is forgotten by this; undefined when there is none or it has grown old. */
  take(key: string): string | undefined
}>

const lifeMs = 300_000

/** Keeps them in memory alone, for five minutes. */
export function createFlash(now: () => Date): Flash {
  const kept = new Map<string, Readonly<{ value: string; untilMs: number }>>()
  return {
    put(key, value) {
      kept.set(key, { value, untilMs: now().getTime() + lifeMs })
    },
    take(key) {
      const found = kept.get(key)
      kept.delete(key)
      for (const [other, entry] of kept) if (entry.untilMs < now().getTime()) kept.delete(other)
      return found && found.untilMs >= now().getTime() ? found.value : undefined
    },
  }
}
