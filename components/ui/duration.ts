const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** A length of time in its one or two largest units: `42 s`, `12 min 5 s`, `3 h 20 min`, `41 days`. */
export function toDuration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  if (whole < minute) return `${whole} s`
  if (whole < hour) return pair([Math.floor(whole / minute), 'min'], [whole % minute, 's'])
  if (whole < 2 * day) {
    return pair([Math.floor(whole / hour), 'h'], [Math.floor((whole % hour) / minute), 'min'])
  }
  return `${Math.floor(whole / day)} days`
}

function pair(large: readonly [number, string], small: readonly [number, string]): string {
  const head = `${large[0]} ${large[1]}`
  return small[0] === 0 ? head : `${head} ${small[0]} ${small[1]}`
}

/** How long ago in one unit: `just now`, `3 min ago`, `2 h ago`, `5 days ago`. */
export function toAgo(seconds: number): string {
  if (seconds < 45) return 'just now'
  if (seconds < hour) return `${Math.max(1, Math.round(seconds / minute))} min ago`
  if (seconds < day) return `${Math.floor(seconds / hour)} h ago`
  const days = Math.floor(seconds / day)
  return days === 1 ? 'yesterday' : `${days} days ago`
}

/** A moment to be read anywhere in the world, in UTC: `25 Nov 2026, 08:00:12 UTC`. */
export function toMoment(iso: string): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
  const clock = date.toISOString().slice(11, 19)
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}, ${clock} UTC`
}
