import type { CatalogField, EntitySetDetail } from '@/lib/contract/catalog'

const namespace = 'Microsoft.Dynamics.DataEntities'
const statuses = ['None', 'Backorder', 'Delivered', 'Invoiced', 'Canceled']

type Kind = Readonly<{
  name: string
  type: string
  axType: string
  valueOf: (row: number, column: number) => unknown
}>

/** What F&O's columns mostly are, with values as long as theirs. */
const kinds: readonly Kind[] = [
  {
    name: 'CustomerAccount',
    type: 'Edm.String',
    axType: 'String',
    valueOf: (row, column) => `US-${String(row * 7 + column).padStart(6, '0')}`,
  },
  {
    name: 'Description',
    type: 'Edm.String',
    axType: 'String',
    valueOf: (row, column) => (row % 9 === 0 ? '' : `Line ${row} of the order, text ${column}`),
  },
  {
    name: 'Amount',
    type: 'Edm.Decimal',
    axType: 'Real',
    valueOf: (row, column) => (row * 100 + column) / 8,
  },
  {
    name: 'Date',
    type: 'Edm.DateTimeOffset',
    axType: 'Date',
    valueOf: (row) => (row % 3 === 0 ? '1900-01-01T12:00:00Z' : '2026-11-25T12:00:00Z'),
  },
  {
    name: 'Status',
    type: `${namespace}.Status`,
    axType: 'Enum',
    valueOf: (row, column) => statuses[(row + column) % statuses.length],
  },
  {
    name: 'Quantity',
    type: 'Edm.Int32',
    axType: 'Int',
    valueOf: (row, column) => (row % 5 === 0 ? null : row + column),
  },
]

function kindOf(column: number): Kind {
  return kinds[column % kinds.length] ?? (kinds[0] as Kind)
}

function nameOf(column: number): string {
  return `${kindOf(column).name}${Math.floor(column / kinds.length) + 1}`
}

/** A page of F&O with so many rows and columns. */
export function makePage(rows: number, columns: number): Buffer {
  const names = Array.from({ length: columns }, (_, column) => nameOf(column))
  const value = Array.from({ length: rows }, (_, row) => ({
    '@odata.etag': `W/"JzEs${row}"`,
    ...Object.fromEntries(names.map((name, column) => [name, kindOf(column).valueOf(row, column)])),
  }))
  const context = 'https://contoso.operations.dynamics.com/data/$metadata#CustomersV3'
  return Buffer.from(JSON.stringify({ '@odata.context': context, value }))
}

/** What a catalog would say of these columns. */
export function makeDetail(hash: string, columns: number): EntitySetDetail {
  return {
    hash,
    name: 'CustomersV3',
    type: `${namespace}.CustomerV3`,
    isSingleton: false,
    isReadOnly: false,
    labelId: null,
    key: [nameOf(0)],
    fields: Array.from({ length: columns }, (_, column) => makeField(column)),
    enums: [
      {
        name: `${namespace}.Status`,
        isFlags: false,
        members: statuses.map((name, index) => ({ name, value: String(index), labelId: null })),
      },
    ],
    relations: [],
    operations: [],
  }
}

function makeField(column: number): CatalogField {
  const { type, axType } = kindOf(column)
  return {
    name: nameOf(column),
    type,
    axType,
    isKey: column === 0,
    nullable: true,
    maxLength: null,
    precision: null,
    scale: null,
    labelId: '@SYS1',
    helpTextId: null,
    isRequired: false,
    allowEdit: true,
    allowEditOnCreate: true,
    inheritedFrom: null,
  }
}
