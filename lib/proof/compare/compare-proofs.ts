import type { FactChange, LinkChange, LinkSide } from '@/lib/contract/comparison'
import type { Check, Proof } from '@/lib/contract/proof'
import { factName, isNoise, sameFact } from '@/lib/proof/compare/fact-names'

/** Fewer milliseconds apart are the weather of the network, whatever the ratio. */
const grosslyApartMs = 1000
const grosslyApartTimes = 3

/**
 * Which links two runs saw differently, in the order of the chain. What changes by itself is left
 * out: moments, days left, counts of rows, small differences of time. A fact that several links
 * tell is told once, by the first of them.
 *
 * Comparing the other way round names the same links, with their sides swapped.
 */
export function compareProofs(before: Proof, after: Proof): LinkChange[] {
  const told = new Set<string>()
  return inOrder(before, after).flatMap((id) => {
    const change = compareLinks(
      before.checks.find((check) => check.id === id),
      after.checks.find((check) => check.id === id),
      told,
    )
    return change ? [change] : []
  })
}

/** Ids of all links, in an order that does not depend on which run is called the first. */
function inOrder(before: Proof, after: Proof): string[] {
  const [older, newer] = isOlder(before, after) ? [before, after] : [after, before]
  return [...new Set([...older.checks, ...newer.checks].map((check) => check.id))]
}

function isOlder(one: Proof, other: Proof): boolean {
  return one.startedAt + one.id <= other.startedAt + other.id
}

function compareLinks(
  before: Check | undefined,
  after: Check | undefined,
  told: Set<string>,
): LinkChange | undefined {
  const planned = after ?? before
  if (!planned) return undefined
  const facts = before && after ? changedFacts(before, after, told) : []
  const took = before && after ? apart(before, after) : null
  if (before?.verdict === after?.verdict && facts.length === 0 && took === null) return undefined
  return {
    checkId: planned.id,
    step: planned.step,
    title: planned.title,
    before: sideOf(before),
    after: sideOf(after),
    facts,
    took,
  }
}

function sideOf(check: Check | undefined): LinkSide | null {
  return check ? { verdict: check.verdict, says: check.diagnosis?.title ?? check.summary } : null
}

function changedFacts(before: Check, after: Check, told: Set<string>): FactChange[] {
  if (!(ran(before) && ran(after))) return []
  return [...changedEvidence(before, after), ...changedFinding(before, after)].filter((fact) => {
    const key = [fact.before, fact.after].map(toKey).join(' > ')
    if (told.has(key)) return false
    told.add(key)
    return true
  })
}

function changedEvidence(before: Check, after: Check): FactChange[] {
  const [was, is] = [toFacts(before), toFacts(after)]
  // A check that failed finds less; what it did not come to find has not changed.
  const halved = before.verdict === 'failed' || after.verdict === 'failed'
  return [...new Set([...was.keys(), ...is.keys()])].toSorted().flatMap((label) => {
    const [old, fresh] = [was.get(label) ?? null, is.get(label) ?? null]
    if (halved && (old === null || fresh === null)) return []
    const fact = { checkId: before.id, label, before: old, after: fresh }
    if (isNoise(fact) || sameFact(old, fresh)) return []
    return [{ name: factName(before, label), before: old, after: fresh }]
  })
}

/** Broken before and after, but for another reason. */
function changedFinding({ diagnosis: was }: Check, { diagnosis: is }: Check): FactChange[] {
  if (!(was && is) || was.rule === is.rule) return []
  return [{ name: 'the finding', before: was.title, after: is.title }]
}

function toFacts(check: Check): Map<string, string> {
  return new Map(check.evidence.map(({ label, value }) => [label, value]))
}

/** The same value is written as an address here and as a host name there. */
function toKey(value: string | null): string {
  return value === null ? '' : value.toLowerCase().replace(/^https:\/\/|\/$/g, '')
}

function apart(before: Check, after: Check): LinkChange['took'] {
  if (!(ran(before) && ran(after))) return null
  const [shorter, longer] = [before.tookMs, after.tookMs].toSorted((one, other) => one - other)
  if (shorter === undefined || longer === undefined) return null
  const gross = longer - shorter >= grosslyApartMs && longer >= shorter * grosslyApartTimes
  return gross ? { beforeMs: before.tookMs, afterMs: after.tookMs } : null
}

function ran({ verdict }: Check): boolean {
  return verdict !== 'blocked' && verdict !== 'skipped'
}
