import { createHash } from 'node:crypto'

const minuteMs = 60_000

type Rhythm = Readonly<{ connectionId: string; everyMinutes: number }>

/**
 * The due time of a canary at or before `at`.
 *
 * Where in its interval a canary is due follows from the id alone, so that many of them spread over
 * time and every process counts the same due times without asking another.
 */
export function dueAtOrBefore(rhythm: Rhythm, at: Date): Date {
  const everyMs = rhythm.everyMinutes * minuteMs
  const phaseMs = phaseOf(rhythm)
  return new Date(Math.floor((at.getTime() - phaseMs) / everyMs) * everyMs + phaseMs)
}

/** The first due time after `at`. */
export function dueAfter(rhythm: Rhythm, at: Date): Date {
  return new Date(dueAtOrBefore(rhythm, at).getTime() + rhythm.everyMinutes * minuteMs)
}

/** Whole seconds, so that a due time reads well. */
function phaseOf({ connectionId, everyMinutes }: Rhythm): number {
  const hash = createHash('sha256').update(connectionId).digest().readUInt32BE(0)
  return (hash % (everyMinutes * 60)) * 1000
}
