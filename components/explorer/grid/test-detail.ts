import type { CatalogField, EntitySetDetail } from '@/lib/contract/catalog'

function field(name: string, type: string, more: Partial<CatalogField> = {}): CatalogField {
  return {
    name,
    type,
    isKey: false,
    nullable: true,
    maxLength: null,
    precision: null,
    scale: null,
    labelId: null,
    helpTextId: null,
    axType: null,
    isRequired: false,
    allowEdit: true,
    allowEditOnCreate: true,
    inheritedFrom: null,
    ...more,
  }
}

const statusType = 'Microsoft.Dynamics.DataEntities.SalesStatus'

/** An entity set with a field of each kind, for tests. */
export const testDetail: EntitySetDetail = {
  hash: '0'.repeat(64),
  name: 'Orders',
  type: 'Microsoft.Dynamics.DataEntities.Order',
  isSingleton: false,
  isReadOnly: false,
  labelId: null,
  key: ['dataAreaId'],
  fields: [
    field('dataAreaId', 'Edm.String', { isKey: true }),
    field('Status', statusType),
    field('CreatedAt', 'Edm.DateTimeOffset', { axType: 'UtcDateTime' }),
    field('OrderedOn', 'Edm.DateTimeOffset', { axType: 'Date' }),
    field('Remark', 'Edm.String'),
    field('Amount', 'Edm.Decimal'),
    field('RecordId', 'Edm.Int64'),
    field('Id', 'Edm.Guid'),
  ],
  enums: [
    {
      name: statusType,
      isFlags: false,
      members: [{ name: 'Invoiced', value: '3', labelId: '@SYS1' }],
    },
  ],
  relations: [],
  operations: [],
}
