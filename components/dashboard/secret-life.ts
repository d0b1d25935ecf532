import type { Tone } from '@/components/ui/tone'

const dayMs = 86_400_000

/** How long a secret is still accepted, and how much that should worry. */
export type SecretLife = Readonly<{ days: number | null; text: string; tone: Tone }>

/**
 * Whole days from the day of `nowMs` (UTC) to `expiresOn`, in words. From 30 days on it warns, in
 * the last week it alarms; without a kept date nobody can be warned, and it says so.
 */
export function secretLife(expiresOn: string | null, nowMs: number): SecretLife {
  if (expiresOn === null) return { days: null, text: 'expiry not known', tone: 'warning' }
  const today = Math.floor(nowMs / dayMs) * dayMs
  const days = Math.round((Date.parse(`${expiresOn}T00:00:00Z`) - today) / dayMs)
  return { days, text: words(days), tone: toneOf(days) }
}

function words(days: number): string {
  if (days < 0) return `expired ${plural(-days)} ago`
  if (days === 0) return 'expires today'
  return `${plural(days)} left`
}

function plural(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}

function toneOf(days: number): Tone {
  if (days <= 7) return 'danger'
  return days <= 30 ? 'warning' : 'neutral'
}
