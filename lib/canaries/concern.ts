import type { Canary } from '@/lib/contract/canary'
import type { Connection } from '@/lib/contract/connection'
import type { Concern, DashboardRow } from '@/lib/contract/dashboard'
import { stepNumber } from '@/lib/steps/step'

const dayMs = 86_400_000
const minuteMs = 60_000
const soonDays = 7
const laterDays = 30

/** What a verdict over a connection is made of. */
export type Known = Pick<DashboardRow, 'connection' | 'canary' | 'token'>

/** How bad it is, for sorting: the higher the worse. */
export type Judged = Readonly<{ concern: Concern; reasons: string[]; weight: number }>

type Finding = Readonly<{ weight: number; reason: string }>

const brokenFrom = 100
const warningFrom = 10

/** What is wrong with a connection, the worst first, by what is kept of it. */
export function judge(known: Known, now: Date): Judged {
  const findings = [
    ...canaryFindings(known.canary, now),
    ...stepFindings(known.connection),
    ...secretFindings(known.connection, now),
    ...tokenFindings(known.token),
  ].sort((a, b) => b.weight - a.weight)
  const weight = findings.reduce((worst, finding) => Math.max(worst, finding.weight), 0)
  const reasons = [...new Set(findings.map(({ reason }) => reason))]
  if (weight >= brokenFrom) return { concern: 'broken', reasons, weight }
  if (weight >= warningFrom) return { concern: 'warning', reasons, weight }
  const isWatched = known.canary?.state === 'on'
  return { concern: isWatched ? 'fine' : 'unwatched', reasons, weight: isWatched ? 0 : 1 }
}

/** Grace before a due time that has passed counts as overdue: one interval, at least two minutes. */
export function isOverdue({ state, nextDueAt, everyMinutes }: Canary, now: Date): boolean {
  if (state !== 'on' || nextDueAt === null) return false
  const graceMs = Math.max(2, everyMinutes) * minuteMs
  return now.getTime() - Date.parse(nextDueAt) > graceMs
}

function canaryFindings(canary: Canary | null, now: Date): Finding[] {
  if (!canary || canary.state === 'off') return []
  const { lastRun, failedInARow } = canary
  const found: Finding[] = []
  if (isOverdue(canary, now)) found.push({ weight: 90, reason: 'Its canary is overdue' })
  if (!lastRun) return found
  const headline = lastRun.headline ?? 'No reason was kept'
  switch (lastRun.verdict) {
    case 'failed':
      found.push({ weight: 200 + Math.min(99, failedInARow), reason: headline })
      break
    case 'throttled':
      found.push({ weight: 60 + Math.min(29, failedInARow), reason: headline })
      break
    case 'slow':
      found.push({ weight: 40, reason: headline })
      break
    case 'unclear':
      found.push({ weight: 30, reason: headline })
      break
    case 'passed':
    case 'skipped':
      break
  }
  return found
}

function stepFindings({ steps }: Connection): Finding[] {
  return steps.flatMap(({ step, status, summary }) => {
    if (status === 'failed') {
      return [{ weight: 150, reason: summary ?? `Step ${stepNumber(step)} is broken` }]
    }
    return status === 'unclear' ? [{ weight: 35, reason: 'A step could not be checked' }] : []
  })
}

function secretFindings({ credential }: Connection, now: Date): Finding[] {
  // What another platform vouches for has no end.
  if (!credential || credential.kind === 'federated') return []
  const { kind, expiresOn } = credential
  if (expiresOn === null) {
    return [{ weight: 10, reason: `Nobody has told when its ${kind} expires` }]
  }
  const today = Math.floor(now.getTime() / dayMs) * dayMs
  const days = Math.round((Date.parse(`${expiresOn}T00:00:00Z`) - today) / dayMs)
  if (days < 0) return [{ weight: 140, reason: `Its ${kind} has expired` }]
  const left = days === 0 ? 'today' : `in ${days} ${days === 1 ? 'day' : 'days'}`
  const reason = `Its ${kind} expires ${left}`
  if (days <= soonDays) return [{ weight: 110 - days, reason }]
  return days <= laterDays ? [{ weight: 50 - days, reason }] : []
}

/** Only a failure after the newest token: an older one has been mended. */
function tokenFindings({ mintedAt, lastFailure }: DashboardRow['token']): Finding[] {
  if (!lastFailure || (mintedAt !== null && lastFailure.at < mintedAt)) return []
  return [{ weight: 130, reason: lastFailure.title }]
}
