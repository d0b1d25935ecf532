import { describe, expect, test } from 'vitest'
import { Cloud } from '@/lib/steps/cloud'
import { guideFor } from '@/lib/steps/guide'
import type { GuideFacts } from '@/lib/steps/guide-shape'
import { stepIds } from '@/lib/steps/step'

const known: GuideFacts = {
  cloud: 'public',
  authorityOrigin: null,
  tenantId: 'b7d1f0a2-5c3e-4f6a-9b8d-2e4c6a8f0b12',
  clientId: '3f2c9a10-7b1d-4c55-8e21-90ab12cd34ef',
  environmentUrl: 'https://contoso-uat.sandbox.operations.dynamics.com',
  today: new Date('2026-11-25T12:00:00Z'),
}
const empty: GuideFacts = {
  ...known,
  tenantId: null,
  clientId: null,
  environmentUrl: null,
}

const typed = (facts: GuideFacts, step: (typeof stepIds)[number], label: string) =>
  guideFor(step, facts).fields.find((field) => field.label === label)?.value

describe.each(Cloud.options)('in the cloud %s', (cloud) => {
  test.each(stepIds)('step %s tells who, where, what and why, known or not', (step) => {
    for (const facts of [known, empty]) {
      const guide = guideFor(step, { ...facts, cloud })
      for (const text of [guide.purpose, guide.who.text, guide.whyItMatters, guide.check]) {
        expect(text.length).toBeGreaterThan(40)
      }
      expect(guide.instructions.length).toBeGreaterThan(0)
      expect(guide.fields.length).toBeGreaterThan(1)
      expect(guide.mistakes.length).toBeGreaterThan(1)
      expect(JSON.stringify(guide)).not.toMatch(/undefined|\bnull\/|NaN/)
    }
  })
})

test('the form of step 1 holds the values of the connection', () => {
  expect(typed(known, 'register', 'Name')).toBe('ODataIntegration')
  expect(typed(known, 'register', 'Redirect URI')).toBe(`${known.environmentUrl}/auth`)
  expect(typed(empty, 'register', 'Redirect URI')).toBeNull()
  expect(typed(known, 'register', 'Supported account types')).toContain('Single tenant')
})

test('a secret made today ends in 180 days', () => {
  const { fields } = guideFor('secret', known)
  expect(fields.find(({ label }) => label === 'Expires')).toMatchObject({
    value: '180 days (6 months)',
    note: expect.stringContaining('2027-05-24'),
  })
})

test('step 3 says openly what is not known', () => {
  expect(typed(known, 'permissions', 'Permission')).toBe('Connector.FullAccess')
  expect(guideFor('permissions', known).honestly).toContain('contradict')
})

test('step 5 names the client id, and a user only where the practice tenant has one', () => {
  expect(typed(known, 'trust', 'Client Id')).toBe(known.clientId)
  expect(typed(known, 'trust', 'User ID')).toBeNull()
  expect(typed({ ...known, cloud: 'practice' }, 'trust', 'User ID')).toBe('ODataIntegration')
})

test('the practice guide leads only into the practice portal', () => {
  const facts = { ...known, cloud: 'practice' as const }
  const links = stepIds.flatMap((step) => {
    const { link, instructions } = guideFor(step, facts)
    return [link, ...instructions.map((instruction) => instruction.link)]
  })
  const hrefs = links.flatMap((link) => (link ? [link.href] : []))
  expect(hrefs.length).toBeGreaterThan(8)
  for (const href of hrefs) expect(href).toMatch(/^\/practice\//)
})
