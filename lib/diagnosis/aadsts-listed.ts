import { kindAdvice } from '@/lib/diagnosis/aadsts-kinds'
import { findListedCode, type ListedCode } from '@/lib/diagnosis/aadsts-names'
import { coarserCodes, oauthAdvice, rangeOf } from '@/lib/diagnosis/aadsts-ranges'
import type { Evidence } from '@/lib/diagnosis/evidence'
import { type Rule, type RuleDraft, rulesOf } from '@/lib/diagnosis/rule'
import { entraRules } from '@/lib/diagnosis/rules-entra'
import { sources } from '@/lib/diagnosis/sources'

/** The rule for a code that the public list names and no rule of its own explains. */
export function listedRule({ code, kind, words }: ListedCode): Rule {
  const { why, ...advice } = kindAdvice[kind]
  return oneRule({
    ...advice,
    id: `entra.code-${code}`,
    match: { aadsts: [code] },
    cause: `AADSTS${code}: ${words}. ${why}`,
    confidence: 'likely',
    sources: [sources.aadsts],
  })
}

/**
 * The rule for an AADSTS code that none of `allRules` names: from the public list; else from the
 * coarser code that it refines; else from its `error` value and its number range.
 */
export function codeRule(code: number, { oauthError }: Pick<Evidence, 'oauthError'>): Rule {
  const listed = findListedCode(code)
  if (listed) return listedRule(listed)
  return coarserRule(code) ?? rangeRule(code, oauthError)
}

function coarserRule(code: number): Rule | undefined {
  for (const coarser of coarserCodes(code)) {
    const known = entraRules.find(({ match }) => match.aadsts?.includes(coarser) && !match.facts)
    const listed = findListedCode(coarser)
    const rule = known ?? (listed && listedRule(listed))
    if (!rule) continue
    const cause = `AADSTS${code} is in no public list; by its number it is a finer form of AADSTS${coarser}. Of that one is known: ${rule.cause}`
    return {
      ...rule,
      id: 'entra.code-finer',
      match: { aadsts: [code] },
      cause,
      confidence: 'possible',
    }
  }
  return undefined
}

function rangeRule(code: number, oauthError: Evidence['oauthError']): Rule {
  const range = rangeOf(code)
  const said = oauthError === null ? undefined : oauthAdvice[oauthError]
  const adds = said ? ` With "${oauthError}" Entra says that ${said.says}.` : ''
  return oneRule({
    id: 'entra.code-unlisted',
    match: { aadsts: [code] },
    step: said?.step ?? range.step,
    title: `Entra refused with AADSTS${code}, which is in no public list`,
    cause: `Codes of this range are about ${range.about}.${adds} It says: {message}`,
    fix: [
      'Read Entra’s own words in the raw evidence: they are often plain.',
      'Find the attempt in the sign-in logs by its correlation id.',
      'Keep trace id, correlation id and time for Microsoft’s support.',
    ],
    who: 'entra-admin',
    links: ['sign-in-logs', 'docs-error-codes'],
    confidence: 'possible',
    sources: [sources.aadsts],
  })
}

function oneRule(draft: RuleDraft): Rule {
  const [rule] = rulesOf({}, [draft])
  if (!rule) throw new Error('A draft gave no rule.')
  return rule
}
