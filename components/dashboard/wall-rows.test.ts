import { expect, test } from 'vitest'
import { countConcerns, matchingRows, toGroups } from '@/components/dashboard/wall-rows'
import type { Concern, DashboardRow } from '@/lib/contract/dashboard'
import type { EnvironmentUse } from '@/lib/steps/environment-use'

function row(
  name: string,
  concern: Concern,
  { owner = null, use = 'sandbox' }: { owner?: string | null; use?: EnvironmentUse } = {},
): DashboardRow {
  const at = '2026-11-25T08:00:00.000Z'
  return {
    connection: {
      id: 'con_00000000000000000001',
      name,
      environmentUrl: `https://${name.toLowerCase()}.operations.dynamics.com`,
      cloud: 'public',
      authorityUrl: null,
      tenantId: null,
      clientId: null,
      owner,
      environmentUse: use,
      credential: null,
      steps: [],
      token: { expiresAt: null },
      createdAt: at,
      updatedAt: at,
    },
    concern,
    reasons: concern === 'broken' ? ['The secret has expired'] : [],
    token: { mintedAt: null, lastFailure: null },
    canary: null,
    figures: null,
  }
}

const rows = [
  row('Alpha', 'broken', { owner: 'Dana', use: 'production' }),
  row('Beta', 'warning', { owner: 'Robin' }),
  row('Gamma', 'fine', { owner: 'Dana' }),
  row('Delta', 'fine'),
]
const names = (shown: readonly DashboardRow[]) => shown.map(({ connection }) => connection.name)

test.each([
  ['', undefined, ['Alpha', 'Beta', 'Gamma', 'Delta']],
  ['dana', undefined, ['Alpha', 'Gamma']],
  ['SECRET expired', undefined, ['Alpha']],
  ['production', undefined, ['Alpha']],
  ['dana', 'fine', ['Gamma']],
  ['nobody', undefined, []],
] as const)('%j among %s finds %j', (text, concern, expected) => {
  expect(names(matchingRows(rows, { text, concern }))).toEqual(expected)
})

test('groups keep the worst first, and those without an owner are told as such', () => {
  const groups = toGroups(rows, 'owner').map((group) => [group.title, names(group.rows)])
  expect(groups).toEqual([
    ['Dana', ['Alpha', 'Gamma']],
    ['Robin', ['Beta']],
    ['Nobody named', ['Delta']],
  ])
  expect(toGroups(rows, 'use').map(({ title }) => title)).toEqual(['Production', 'Sandbox'])
  expect(toGroups(rows, 'none')).toHaveLength(1)
})

test('each concern is counted, also where there is none', () => {
  expect(countConcerns(rows)).toEqual({ broken: 1, warning: 1, unwatched: 0, fine: 2 })
})
