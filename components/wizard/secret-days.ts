/** Lives of a secret that the portal offers, in days; its own default comes first. */
export const secretLives: readonly Readonly<{ value: string; label: string }>[] = [
  { value: '180', label: '180 days (the portal’s default)' },
  { value: '90', label: '90 days' },
  { value: '365', label: '365 days (12 months)' },
  { value: '730', label: '730 days (24 months)' },
  { value: 'other', label: 'Another day' },
  { value: 'unknown', label: 'I don’t know' },
]

const dayMs = 86_400_000

/** The day `days` after `from`, in UTC, as `2027-05-24`. */
export function dayAfter(from: Date, days: number): string {
  return new Date(from.getTime() + days * dayMs).toISOString().slice(0, 10)
}

/** Whole days from `from` until `day` begins in UTC; negative once it has passed. */
export function daysUntil(day: string, from: Date): number {
  return Math.ceil((new Date(`${day}T00:00:00Z`).getTime() - from.getTime()) / dayMs)
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** A day for reading: `24 May 2027`; what is no day comes back as it is. */
export function toDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  const name = months[(month ?? 0) - 1]
  return name && date ? `${date} ${name} ${year}` : day
}
