import type { EntityShape } from '@/lib/odata/query/entity-shape'

const space = 'Microsoft.Dynamics.DataEntities'
const field = (name: string, type: string, isKey = false) => ({ name, type, isKey })

/** A small entity set with one field of each kind, for tests. */
export const customers: EntityShape = {
  name: 'CustomersV3',
  key: ['dataAreaId', 'CustomerAccount'],
  fields: [
    field('dataAreaId', 'Edm.String', true),
    field('CustomerAccount', 'Edm.String', true),
    field('Name', 'Edm.String'),
    field('OnHoldStatus', `${space}.CustVendorBlocked`),
    field('CreditLimit', 'Edm.Decimal'),
    field('PartyNumber', 'Edm.Int64'),
    field('ModifiedOn', 'Edm.DateTimeOffset'),
    field('RowId', 'Edm.Guid'),
    field('IsOneTime', 'Edm.Boolean'),
  ],
  enums: [
    {
      name: `${space}.CustVendorBlocked`,
      members: [
        { name: 'No', value: '0' },
        { name: 'Invoice', value: '1' },
        { name: 'Never', value: '5' },
      ],
    },
  ],
  relations: [
    { name: 'CustomerGroup', targetSet: 'CustomerGroups', isCollection: false },
    { name: 'SalesOrders', targetSet: 'SalesOrderHeadersV2', isCollection: true },
  ],
}

export const groups: EntityShape = {
  name: 'CustomerGroups',
  key: ['dataAreaId', 'CustomerGroupId'],
  fields: [
    field('dataAreaId', 'Edm.String', true),
    field('CustomerGroupId', 'Edm.String', true),
    field('Description', 'Edm.String'),
  ],
  enums: [],
  relations: [],
}
