import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listedRule } from '@/lib/diagnosis/aadsts-listed'
import { listedCodes } from '@/lib/diagnosis/aadsts-names'
import {
  type DiagnosisContext,
  diagnose,
  diagnoseFinding,
  rankedRules,
} from '@/lib/diagnosis/diagnose'
import { Diagnosis } from '@/lib/diagnosis/diagnosis'
import { toEvidence, toFindingEvidence } from '@/lib/diagnosis/evidence'
import { FailureSource, NetworkCode } from '@/lib/diagnosis/failure'
import { unknownPlaces } from '@/lib/diagnosis/fill'
import { fixtures } from '@/lib/diagnosis/fixtures/all'
import { findingFixtures } from '@/lib/diagnosis/fixtures/findings'
import { context, entra, environmentUrl, failureOf, finops } from '@/lib/diagnosis/fixtures/make'
import { hasEntry } from '@/lib/diagnosis/has-entry'
import { findKnowledge } from '@/lib/diagnosis/knowledge'
import { rankOf } from '@/lib/diagnosis/rule'
import { allRules } from '@/lib/diagnosis/rules'
import { Cloud } from '@/lib/steps/cloud'

describe('every fixture is claimed by its rule, and by no other with equal rank', () => {
  test.each(fixtures.map((fixture) => [fixture.rule, fixture.failure.status, fixture] as const))(
    '%s (%s)',
    (rule, _status, fixture) => {
      const known = { ...context, ...fixture.context }
      const diagnosis = diagnose(fixture.failure, known)
      expect(Diagnosis.parse(diagnosis).rule).toBe(rule)

      const [first, second] = rankedRules(toEvidence(fixture.failure, known))
      if (first && second) expect(rankOf(first)).toBeGreaterThan(rankOf(second))
    },
  )
})

describe('every finding of the chain is told by its own rule, with what it found', () => {
  test.each(findingFixtures.map((finding) => [finding.id, finding] as const))(
    '%s',
    (id, finding) => {
      const diagnosis = Diagnosis.parse(diagnoseFinding(finding, context))
      expect(diagnosis.rule).toBe(id)
      const texts = [diagnosis.title, diagnosis.cause, ...diagnosis.fix].join(' ')
      for (const fact of Object.values(finding.facts ?? {})) {
        if (!fact.startsWith('-')) expect(texts).toContain(fact)
      }
      const ranked = rankedRules(toFindingEvidence(finding, context))
      expect(ranked.map((rule) => rule.id)).toEqual([id, 'fivestep.failed'])
    },
  )
})

describe('the rules', () => {
  test('each can fire: it has a fixture', () => {
    const fired = new Set([
      ...fixtures.map(({ rule }) => rule),
      ...findingFixtures.map(({ id }) => id),
    ])
    expect(allRules.map(({ id }) => id).filter((id) => !fired.has(id))).toEqual([])
  })

  test('no two have one id, and no AADSTS code is claimed twice without a further condition', () => {
    const ids = allRules.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const codes = allRules
      .filter(({ match }) => !match.facts)
      .flatMap(({ match }) => match.aadsts ?? [])
    const all = [...codes, ...listedCodes.map(({ code }) => code)]
    expect(all.filter((code, index) => all.indexOf(code) !== index)).toEqual([])
  })

  test('every network code has one that needs nothing else', () => {
    const plain = allRules.filter(({ match }) => match.codes && !match.text && !match.where)
    const covered = new Set(plain.flatMap(({ match }) => match.codes ?? []))
    expect(NetworkCode.options.filter((code) => !covered.has(code))).toEqual([])
  })

  test.each([...allRules, ...listedCodes.map(listedRule)].map((rule) => [rule.id, rule] as const))(
    '%s speaks in whole sentences and has no place that nobody fills',
    (_id, { title, cause, fix }) => {
      for (const text of [title, cause, ...fix]) expect(unknownPlaces(text)).toEqual([])
      expect(title).not.toMatch(/[.!]$/)
      for (const text of [cause, ...fix])
        expect(text).toMatch(/([.?!…)]|\{(message|infolog|reason|hint)\})$/)
    },
  )
})

test('a diagnosis knows whether a page explains it', () => {
  const told = [
    ...fixtures.map(({ failure, context: more }) => diagnose(failure, { ...context, ...more })),
    ...findingFixtures.map((finding) => diagnoseFinding(finding, context)),
  ]
  for (const { rule } of told) expect([rule, hasEntry(rule)]).toEqual([rule, !!findKnowledge(rule)])
  expect(told.some(({ rule }) => !hasEntry(rule))).toBe(true)
})

describe('the step that people are wrongly sent to is not blamed', () => {
  test('a minted token that F&O refuses is step 5, never the secret', () => {
    const diagnosis = diagnose(finops(401, null), { ...context, tokenMinted: true })
    expect(diagnosis).toMatchObject({ step: 'trust', who: 'finops-admin', confidence: 'likely' })
    expect(diagnosis.links[0]?.href).toBe(`${environmentUrl}/?mi=SysAADClientTable`)
  })

  test('a 401 of which nothing is known is only a guess', () => {
    expect(diagnose(finops(401, null), context).confidence).toBe('possible')
  })
})

describe('texts are filled with what is known', () => {
  test('the nearest entity sets are named where the catalog is known', () => {
    const failure = finops(404, {
      error: { innererror: { message: "Resource not found for the segment 'VendVendors'." } },
    })
    const known = {
      ...context,
      entitySetNames: ['Vendors', 'VendorsV2', 'CustomersV3', 'LegalEntities'],
    }
    const { title, fix } = diagnose(failure, known)
    expect(title).toContain('VendVendors')
    expect(fix[0]).toMatch(/Vendors.*VendorsV2|VendorsV2.*Vendors/)
    expect(diagnose(failure, context).fix[0]).not.toContain('like it')
  })

  test('what X++ says is told message by message, in its order, and only where it says something', () => {
    const failure = finops(500, {
      error: {
        innererror: {
          message:
            'Write failed. Infolog: Info: noticed.; Warning: first; with a semicolon.; Error: the worst..',
        },
      },
    })
    expect(diagnose(failure, context).infolog).toEqual([
      { severity: 'info', message: 'noticed.' },
      { severity: 'warning', message: 'first; with a semicolon.' },
      { severity: 'error', message: 'the worst.' },
    ])
    expect(diagnose(finops(500, 'no log'), context)).not.toHaveProperty('infolog')
  })

  test('X++ is quoted in its own words', () => {
    const failure = finops(
      500,
      '{"error":{"innererror":{"message":"Write failed. Infolog: Warning: first.; Error: the worst.."}}}',
    )
    expect(diagnose(failure, context).cause).toMatch(/: the worst\. · first\.$/)
  })

  test('links lead to the practice portal in the practice tenant', () => {
    const practice: DiagnosisContext = {
      ...context,
      cloud: 'practice',
      environmentUrl: 'https://contoso-uat.practice.localhost',
    }
    const links = [
      ...diagnose(entra(7000215, 'invalid_client', 'x'), practice).links,
      ...diagnose(finops(401, null), { ...practice, tokenMinted: true }).links,
    ]
    expect(links.length).toBeGreaterThan(1)
    for (const { href } of links) expect(href).toMatch(/^\/practice\//)
  })
})

describe('a code is explained though nobody wrote a rule for it', () => {
  test('one that only the public list knows', () => {
    const { cause, confidence } = diagnose(entra(50155, 'invalid_grant', 'x'), context)
    expect(cause).toContain('the device could not prove itself')
    expect(confidence).toBe('likely')
  })

  test('a finer one by the coarse one that it refines', () => {
    const diagnosis = diagnose(entra(7000299, 'invalid_client', 'x'), context)
    expect(diagnosis).toMatchObject({ step: 'secret', confidence: 'possible' })
    expect(diagnosis.cause).toContain('AADSTS70002')
  })

  test('an unheard-of one by its error value and range, as a guess', () => {
    const diagnosis = diagnose(entra(9999, 'invalid_scope', 'Odd words.'), context)
    expect(diagnosis).toMatchObject({ step: 'credentials', confidence: 'possible' })
    expect(diagnosis.cause).toContain('Odd words.')
  })

  test('no number at all is called unknown', () => {
    const numbers = fc.integer({ min: 1000, max: 999_999_999 })
    fc.assert(
      fc.property(numbers, (code) => {
        const { rule, title } = diagnose(entra(code, 'invalid_client', 'x'), context)
        expect(rule).toMatch(/^entra\./)
        expect(title).not.toMatch(/unknown error/i)
      }),
    )
  })
})

test('no failure and no context breaks the diagnosis', () => {
  const text = fc.option(fc.string({ unit: 'binary', maxLength: 200 }), { nil: null })
  const failures = fc.record({
    where: fc.constantFrom(...FailureSource.options),
    method: fc.string(),
    url: fc.oneof(fc.string(), fc.webUrl(), fc.constant(`${environmentUrl}/data/%E0%A4%A`)),
    status: fc.option(fc.integer({ min: 0, max: 999 }), { nil: null }),
    code: fc.option(fc.oneof(fc.constantFrom<string>(...NetworkCode.options), fc.string()), {
      nil: null,
    }),
    message: text,
    bodyExcerpt: text,
    headers: fc.dictionary(
      fc.constantFrom('location', 'retry-after', 'www-authenticate', 'content-type'),
      fc.string(),
    ),
  })
  const contexts = fc.record({
    cloud: fc.constantFrom(...Cloud.options),
    authorityOrigin: text,
    tenantId: text,
    clientId: text,
    environmentUrl: text,
    tokenMinted: fc.boolean(),
    claims: fc.dictionary(fc.constantFrom('aud', 'tid', 'exp', 'oid'), fc.anything()),
    environmentTenantId: text,
    entitySetNames: fc.array(fc.string()),
  })
  fc.assert(
    fc.property(failures, contexts, (failure, known) => {
      expect(() => Diagnosis.parse(diagnose(failureOf(failure), known))).not.toThrow()
    }),
    { numRuns: 200 },
  )
})
