import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { casesLeftOut, rulesLeftOut } from '@/lib/odata/fixtures/abnf-left-out'
import { readCase, rulesRead } from '@/lib/odata/fixtures/abnf-read'

const file = fileURLToPath(
  new URL('../../../shared/abnf/odata-abnf-testcases.json', import.meta.url),
)
const isThere = existsSync(file)
if (!isThere) {
  process.stderr.write(`OASIS ABNF test cases are not at ${file}: their tests are skipped\n`)
}

const Cases = z.object({
  TestCases: z.array(
    z.object({ Rule: z.string(), Input: z.string(), FailAt: z.number().optional() }),
  ),
})
type Case = z.infer<typeof Cases>['TestCases'][number]

const all = isThere ? Cases.parse(JSON.parse(readFileSync(file, 'utf8'))).TestCases : []

function whyNot({ Rule, Input }: Case): string | undefined {
  return rulesLeftOut[Rule] ?? casesLeftOut.find(([when]) => when.test(Input))?.[1]
}

/** Whether the case goes here as OASIS has it. */
function isKept({ Rule, Input, FailAt }: Case): boolean {
  if (!rulesRead.has(Rule)) return false
  try {
    readCase(Rule, Input)
    return FailAt === undefined
  } catch {
    return FailAt !== undefined
  }
}

const left = all.filter((item) => !isKept(item))
const asked = all.filter((item) => isKept(item) || whyNot(item) === undefined)

describe.skipIf(!isThere)('OASIS ABNF test cases', () => {
  test.each(asked.filter((item) => item.FailAt === undefined))('$Rule takes $Input', (item) => {
    expect(readCase(item.Rule, item.Input)).toBeDefined()
  })

  test.each(asked.filter((item) => item.FailAt !== undefined))('$Rule refuses $Input', (item) => {
    expect(() => readCase(item.Rule, item.Input)).toThrow()
  })

  test('each reason to leave a case out is needed', () => {
    const idle = casesLeftOut.filter(([when]) => !left.some(({ Input }) => when.test(Input)))
    expect(idle.map(([when]) => String(when))).toEqual([])
    expect(Object.keys(rulesLeftOut).filter((rule) => rulesRead.has(rule))).toEqual([])
  })

  // The list changes, and this fails, as soon as a case is no longer read as it was.
  test('what is left out is listed in docs/oasis-cases.md, with why', async () => {
    await expect(listLeftOut()).toMatchFileSnapshot('../../docs/oasis-cases.md')
  })
})

function listLeftOut(): string {
  const reasons = new Map<string, Case[]>()
  for (const item of left) {
    const why = whyNot(item) ?? 'no reason'
    reasons.set(why, [...(reasons.get(why) ?? []), item])
  }
  const parts = [...reasons].map(([why, items]) => {
    const lines = items.map(({ Rule, Input, FailAt }) => {
      const sort = FailAt === undefined ? '' : ' (to be refused)'
      return `- ${Rule}${sort}: \`${Input.replaceAll('\n', ' ')}\``
    })
    return `## ${why[0]?.toUpperCase()}${why.slice(1)}\n\n${lines.join('\n')}\n`
  })
  const intro = `Of the ${all.length} cases of the OASIS ABNF test suite ${all.length - left.length} go in Fivestep as OASIS has it.
The other ${left.length} are left out for these reasons. A test writes this list and fails when it is out of date.`
  return `# OASIS cases that are left out\n\n${intro}\n\n${parts.join('\n')}`
}
