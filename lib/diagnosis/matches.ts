import type { Evidence } from '@/lib/diagnosis/evidence'
import { holds } from '@/lib/diagnosis/facts'
import type { Match } from '@/lib/diagnosis/rule'

/** Whether everything that `match` names holds of the evidence. */
export function matches(match: Match, evidence: Evidence): boolean {
  const { failure } = evidence
  return (
    namesCode(match, evidence) &&
    (match.where?.includes(failure.where) ?? true) &&
    (!match.status || hasStatus(match.status, failure.status)) &&
    (!match.header || match.header.pattern.test(failure.headers[match.header.name] ?? '')) &&
    (match.text?.test(evidence.text) ?? true) &&
    (match.url?.test(failure.url) ?? true) &&
    (match.facts?.every((fact) => holds(fact, evidence)) ?? true)
  )
}

function namesCode(match: Match, { failure, aadsts, finding }: Evidence): boolean {
  return (
    (!match.aadsts || (aadsts !== null && match.aadsts.includes(aadsts))) &&
    (!match.codes || (failure.code !== null && match.codes.includes(failure.code))) &&
    (!match.finding || match.finding === finding?.id)
  )
}

function hasStatus(wanted: NonNullable<Match['status']>, status: number | null): boolean {
  if (status === null) return false
  return wanted.some((entry) =>
    typeof entry === 'number' ? entry === status : entry[0] <= status && status <= entry[1],
  )
}
