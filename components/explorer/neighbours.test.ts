import { expect, test } from 'vitest'
import {
  constraintWords,
  cut,
  drawnMax,
  placeNeighbours,
  tellingConstraint,
  toNeighbours,
} from '@/components/explorer/neighbours'
import type { CatalogRelation } from '@/lib/contract/catalog'

const relation = (
  name: string,
  targetSet: string | null,
  facts: Partial<CatalogRelation> = {},
): CatalogRelation => ({
  name,
  targetType: 'N.Thing',
  targetSet,
  isCollection: false,
  partner: null,
  on: [],
  ...facts,
})

test('relations to one entity set are one neighbour, its one and its many apart', () => {
  const neighbours = toNeighbours([
    relation('Lines', 'SalesOrderLines', { isCollection: true }),
    relation('InvoiceCustomer', 'CustomersV3'),
    relation('OrderingCustomer', 'CustomersV3'),
    relation('Siblings', 'CustomersV3', { isCollection: true }),
    relation('Unbound', null),
  ])
  expect(
    neighbours.map(({ title, isMany, set, relations }) => [title, isMany, set, relations.length]),
  ).toEqual([
    ['CustomersV3', false, 'CustomersV3', 2],
    ['CustomersV3', true, 'CustomersV3', 1],
    ['SalesOrderLines', true, 'SalesOrderLines', 1],
    ['Thing', false, null, 1],
  ])
})

test('the company is told only where nothing else joins the two', () => {
  const company = ['dataAreaId', 'dataAreaId'] as [string, string]
  const of = (on: CatalogRelation['on']) => {
    const [neighbour] = toNeighbours([relation('R', 'S', { on })])
    return neighbour && tellingConstraint(neighbour)
  }
  expect(of([company, ['GroupId', 'CustomerGroupId']])).toBe('GroupId = CustomerGroupId')
  expect(of([company])).toBe('dataAreaId')
  expect(of([])).toBeNull()
  expect(constraintWords([company])).toEqual(['dataAreaId'])
})

test('what a row has many of stands to the left, what it has one of to the right', () => {
  const { center, placed } = placeNeighbours(
    toNeighbours([relation('Many', 'A', { isCollection: true }), relation('One', 'B')]),
  )
  expect(placed.map(({ neighbour, x }) => [neighbour.title, Math.sign(x - center.x)])).toEqual([
    ['A', -1],
    ['B', 1],
  ])
})

test('nothing overlaps, and all that is drawn lies within the drawing, half of it on either side', () => {
  const many = Array.from({ length: 40 }, (_, index) =>
    relation(`R${index}`, `Set${index}`, { isCollection: index % 3 === 0 }),
  )
  const { width, height, placed } = placeNeighbours(toNeighbours(many))
  expect(placed).toHaveLength(drawnMax)
  expect(new Set(placed.map(({ x, y }) => `${x} ${y}`)).size).toBe(drawnMax)
  for (const { x, y } of placed) {
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + 216).toBeLessThanOrEqual(width)
    expect(y).toBeGreaterThanOrEqual(0)
    expect(y + 46).toBeLessThanOrEqual(height)
  }
})

test.each([
  ['Customers', 9, 'Customers'],
  ['CustomersV3', 9, 'Customer…'],
])('%j in %i letters is %j', (text, letters, expected) => {
  expect(cut(text, letters)).toBe(expected)
})
