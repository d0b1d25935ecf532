import type { CanaryWindow } from '@/lib/contract/canary'

const dayMs = 86_400_000

/** Whether `at` lies in one of the maintenance windows, both read in UTC; their ends are outside. */
export function isInWindow(windows: readonly CanaryWindow[], at: Date): boolean {
  return windows.some((window) => covers(window, at))
}

function covers({ days, from, to }: CanaryWindow, at: Date): boolean {
  const minute = at.getUTCHours() * 60 + at.getUTCMinutes()
  const start = minutesOf(from)
  const end = minutesOf(to)
  const today = days.includes(at.getUTCDay())
  if (start < end) return today && minute >= start && minute < end
  const yesterday = days.includes(new Date(at.getTime() - dayMs).getUTCDay())
  return (today && minute >= start) || (yesterday && minute < end)
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
