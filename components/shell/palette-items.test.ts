import { expect, test } from 'vitest'
import {
  type PaletteItem,
  type Place,
  toConnectionPlaces,
  toGroups,
  toPages,
  toSetItems,
} from '@/components/shell/palette-items'
import type { Connection } from '@/lib/contract/connection'

const connection: Connection = {
  id: 'con_00000000000000000001',
  name: 'Contoso UAT',
  environmentUrl: 'https://contoso-uat.sandbox.operations.dynamics.com',
  cloud: 'public',
  authorityUrl: null,
  tenantId: null,
  clientId: null,
  owner: null,
  environmentUse: 'sandbox',
  credential: null,
  steps: [],
  token: { expiresAt: null },
  createdAt: '2026-11-25T08:00:00.000Z',
  updatedAt: '2026-11-25T08:00:00.000Z',
}
const sets: readonly PaletteItem[] = toSetItems(
  connection.id,
  [
    {
      name: 'CustomersV3',
      isReadOnly: false,
      isPerCompany: true,
      isSingleton: false,
      label: null,
      category: null,
      stretches: [[0, 4]],
      why: null,
    },
    {
      name: 'SalesOrderHeadersV2',
      isReadOnly: false,
      isPerCompany: true,
      isSingleton: false,
      label: null,
      category: null,
      stretches: [],
      why: {
        by: 'field',
        text: 'CustomerAccount',
        stretches: [[0, 4]],
        field: 'CustomerAccount',
      },
    },
  ],
  'fields',
)
const sources = {
  connections: toConnectionPlaces([connection]),
  pages: toPages(connection),
  sets: [] as readonly PaletteItem[],
}
const titles = (text: string, given: Partial<typeof sources> = {}) =>
  toGroups(text, { ...sources, ...given }).map(({ name, items }) => [
    name,
    ...items.slice(0, 2).map(({ title }) => title),
  ])

test('without text the pages of the connection come first, then the connections', () => {
  expect(titles('')).toEqual([
    ['Pages', 'Explore data', 'Overview'],
    ['Connections', 'Contoso UAT'],
  ])
})

test('outside of a connection only the pages of all are offered', () => {
  expect(toPages(undefined).map(({ title }) => title)).toEqual([
    'Dashboard',
    'All connections',
    'Connect an environment',
    'Troubleshooting',
    'Read a pasted error',
  ])
})

test.each([
  ['trouble', [['Pages', 'Troubleshooting']]],
  ['contoso uat', [['Connections', 'Contoso UAT']]],
  ['sandbox', [['Connections', 'Contoso UAT']]],
  ['no such place', []],
])('%j finds %j', (text, expected) => {
  expect(titles(text, { pages: toPages(undefined) })).toEqual(expected)
})

test('the group with the best fit comes first', () => {
  expect(titles('customers', { sets })[0]).toEqual([
    'Entity sets',
    'CustomersV3',
    'SalesOrderHeadersV2',
  ])
  const pages: readonly Place[] = [{ title: 'Customers', hint: '', href: '/x' }]
  expect(titles('customers', { sets, pages })[0]?.[0]).toBe('Pages')
})

test('an entity set leads to the tab that is open, and says what it was found by', () => {
  expect(sets[0]).toMatchObject({
    hint: '',
    href: `/connections/${connection.id}/explorer/CustomersV3?tab=fields`,
  })
  expect(sets[1]?.hint).toBe('has CustomerAccount')
})

test('no group is longer than one looks through', () => {
  const many = Array.from({ length: 50 }, (_, index) => ({
    title: `Order ${index}`,
    hint: '',
    href: `/${index}`,
  }))
  expect(toGroups('order', { connections: many, pages: [], sets: [] })[0]?.items).toHaveLength(20)
  expect(toGroups('', { connections: many, pages: [], sets: [] })[0]?.items).toHaveLength(8)
})
