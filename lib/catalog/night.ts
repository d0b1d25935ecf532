import { createHash } from 'node:crypto'

/** The night in which catalogs are read, in minutes of a UTC day. */
const startsAtMinute = 0
const lastsMinutes = 5 * 60

/** When this night began, or the one before. */
export function nightStart(now: Date): Date {
  const start = new Date(now)
  start.setUTCHours(0, startsAtMinute, 0, 0)
  return start
}

/**
 * When in this night the catalog of a connection is due: the same minute every night, and for
 * each connection another, so that they do not all ask at once.
 */
export function dueAt(connectionId: string, now: Date): Date {
  const number = createHash('sha256').update(connectionId).digest().readUInt32BE(0)
  return new Date(nightStart(now).getTime() + (number % lastsMinutes) * 60_000)
}
