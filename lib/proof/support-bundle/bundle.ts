import type { Connection } from '@/lib/contract/connection'
import type { Check, Proof } from '@/lib/contract/proof'
import type { Diagnosis } from '@/lib/diagnosis/diagnosis'
import type { Failure, TraceIds } from '@/lib/diagnosis/failure'
import type { StepId } from '@/lib/steps/step'

/** One call that failed, by the ids under which Microsoft's support can find it. */
export type CallIds = Readonly<{ at: string; check: string; method: string; url: string }> &
  Readonly<{ status: number | null }> &
  Readonly<TraceIds>

/** What the environment says runs there, and when it said so. */
export type ToldVersion = Readonly<{ at: string; facts: Readonly<Record<string, string>> }>

/** The newest token's claims as text, and when it was minted; the token itself is nowhere. */
export type ToldClaims = Readonly<{
  mintedAt: string | null
  claims: Readonly<Record<string, string>>
}>

/** Everything that somebody who was not there needs to understand one proof, and nothing secret. */
export type SupportBundle = Readonly<{
  format: 'fivestep-support-bundle'
  formatVersion: 1
  madeAt: string
  madeBy: Readonly<{ fivestep: string; node: string; platform: string }>
  verdict: Pick<Proof, 'id' | 'verdict' | 'sentence' | 'until' | 'startedAt' | 'finishedAt'>
  connection: Pick<Connection, 'environmentUrl' | 'cloud' | 'tenantId' | 'clientId'> &
    Readonly<{ authorityUrl: string | null; credential: Connection['credential'] }>
  environmentVersion: ToldVersion | null
  broke: Readonly<{
    check: string
    title: string
    step: StepId
    diagnosis: Diagnosis | null
    failure: Failure | null
  }> | null
  warnings: readonly Readonly<{ check: string; title: string; cause: string }>[]
  /** What was tried and is in order, so that nobody has to ask for it again. */
  ruledOut: readonly Readonly<{ check: string; title: string; summary: string }>[]
  untold: readonly Readonly<{ check: string; title: string; why: string }>[]
  calls: readonly CallIds[]
  token: ToldClaims | null
  checks: readonly Check[]
}>

/** What a bundle is made of. */
export type BundleFacts = Readonly<{
  proof: Proof
  connection: Connection
  version: ToldVersion | null
  token: ToldClaims | null
  madeAt: Date
  madeBy: SupportBundle['madeBy']
}>

/** Arranges the facts; redacting them is another's work. */
export function toBundle(facts: BundleFacts): SupportBundle {
  const { proof, connection } = facts
  const { id, verdict, sentence, until, startedAt, finishedAt, checks } = proof
  const { environmentUrl, cloud, tenantId, clientId, authorityUrl, credential } = connection
  return {
    format: 'fivestep-support-bundle',
    formatVersion: 1,
    madeAt: facts.madeAt.toISOString(),
    madeBy: facts.madeBy,
    verdict: { id, verdict, sentence, until, startedAt, finishedAt },
    connection: { environmentUrl, cloud, authorityUrl, tenantId, clientId, credential },
    environmentVersion: facts.version,
    broke: brokeOf(proof),
    warnings: checks.filter(ended('warned')).map((check) => ({
      check: check.id,
      title: check.diagnosis?.title ?? check.summary,
      cause: check.diagnosis?.cause ?? '',
    })),
    ruledOut: checks
      .filter(ended('passed'))
      .map((check) => ({ check: check.id, title: check.title, summary: check.summary })),
    untold: checks
      .filter((check) => check.verdict === 'blocked' || check.verdict === 'skipped')
      .map((check) => ({ check: check.id, title: check.title, why: check.summary })),
    calls: checks.flatMap((check) => (check.failure ? [idsOf(check.id, check.failure)] : [])),
    token: facts.token,
    checks,
  }
}

function ended(verdict: Check['verdict']) {
  return (check: Check) => check.verdict === verdict
}

function brokeOf({ checks, firstBreak }: Proof): SupportBundle['broke'] {
  const check = checks.find((candidate) => candidate.id === firstBreak)
  if (!check) return null
  const { id, title, step, diagnosis, failure } = check
  return { check: id, title, step: diagnosis?.step ?? step, diagnosis, failure }
}

function idsOf(check: string, { at, method, url, status, ids }: Failure): CallIds {
  return { at, check, method, url, status, ...ids }
}

/** What a proof's own link on the version found; undefined where it did not come so far. */
export function versionOf({ checks, finishedAt }: Proof): ToldVersion | undefined {
  const check = checks.find(({ id, verdict }) => id === 'version' && verdict === 'passed')
  if (!check) return undefined
  const facts = Object.fromEntries(check.evidence.map(({ label, value }) => [label, value]))
  return { at: finishedAt, facts }
}
