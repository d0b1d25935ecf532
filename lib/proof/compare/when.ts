const dayMs = 86_400_000
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

/**
 * A moment as people say it, in UTC: `today 09:10 UTC`, `Tuesday 14:02 UTC` within a week, else
 * with its date.
 */
export function whenWords(iso: string, now: Date): string {
  const at = new Date(iso)
  const clock = `${at.toISOString().slice(11, 16)} UTC`
  const days = Math.floor(now.getTime() / dayMs) - Math.floor(at.getTime() / dayMs)
  if (days === 0) return `today ${clock}`
  if (days === 1) return `yesterday ${clock}`
  if (days > 1 && days < 7) return `${weekdays[at.getUTCDay()]} ${clock}`
  return `${at.getUTCDate()} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()} ${clock}`
}
