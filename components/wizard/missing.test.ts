import { expect, test } from 'vitest'
import { missingFor } from '@/components/wizard/missing'
import type { Connection } from '@/lib/contract/connection'
import { type StepId, stepIds } from '@/lib/steps/step'

const at = '2026-11-25T08:00:00.000Z'
const id = '11111111-2222-3333-4444-555555555555'

function connection(known: Partial<Connection>): Connection {
  return {
    id: 'con_aaaaaaaaaaaaaaaaaaaa',
    name: 'Practice',
    environmentUrl: 'https://contoso-uat.practice.localhost',
    cloud: 'practice',
    authorityUrl: null,
    tenantId: id,
    clientId: id,
    owner: null,
    environmentUse: 'practice',
    credential: {
      id: 'cre_aaaaaaaaaaaaaaaaaaaa',
      kind: 'secret',
      publicPart: null,
      state: 'active',
      expiresOn: null,
      addedAt: at,
    },
    steps: stepIds.map((step) => ({
      step,
      status: 'todo',
      summary: null,
      warnings: 0,
      checkedAt: null,
    })),
    token: { expiresAt: null },
    createdAt: at,
    updatedAt: at,
    ...known,
  }
}

test.each(stepIds)('nothing is missing for %s once all is entered', (step) => {
  expect(missingFor(step, connection({}))).toBeNull()
})

test.each<[StepId, Partial<Connection>, StepId]>([
  ['register', { clientId: null }, 'register'],
  ['register', { tenantId: null }, 'register'],
  ['secret', { credential: null }, 'secret'],
  ['trust', { credential: null }, 'secret'],
  ['trust', { clientId: null, credential: null }, 'register'],
])('%s without %j sends the person to %s', (step, known, page) => {
  expect(missingFor(step, connection(known))?.page).toBe(page)
})

test('step 1 needs no secret', () => {
  expect(missingFor('register', connection({ credential: null }))).toBeNull()
})
