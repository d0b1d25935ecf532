import type { Delays } from '@/lib/sandbox/state/state'

/** True once a change made at `createdAtMs` has reached the servers that answer. */
export function hasPropagated(
  createdAtMs: number,
  kind: keyof Delays,
  world: Readonly<{ delays: Delays; now: Date }>,
): boolean {
  return world.now.getTime() - createdAtMs >= world.delays[kind] * 1000
}
