import { entitySet, tableSource } from '@/lib/sandbox/finops/model/define'
import { having, text } from '@/lib/sandbox/finops/model/fields'
import type { EntityAction, EntitySet } from '@/lib/sandbox/finops/model/schema'
import { InfologError } from '@/lib/sandbox/finops/write/infolog'

const groups = ['Customer export', 'Nightly products', 'Vendor import'] as const

function groupName(ordinal: number): string {
  return groups[ordinal] ?? groups[0]
}

/** Bound to the collection: starts the export of a project and names the execution. */
const exportToPackage: EntityAction = {
  name: 'ExportToPackage',
  boundTo: 'collection',
  parameters: [
    { name: 'definitionGroupId', type: 'Edm.String' },
    { name: 'packageName', type: 'Edm.String' },
    { name: 'executionId', type: 'Edm.String' },
    { name: 'reExecute', type: 'Edm.Boolean' },
    { name: 'legalEntityId', type: 'Edm.String' },
  ],
  returns: 'Edm.String',
  run: (body) => {
    const group = String(body.definitionGroupId ?? '')
    if (!groups.some((known) => known.toLowerCase() === group.toLowerCase())) {
      throw new InfologError(`Definition group ${group} does not exist.`)
    }
    const given = String(body.executionId ?? '')
    return given === '' ? `${group}-practice` : given
  },
}

/** Bound to the collection: how far an execution has come. The practice tenant is done at once. */
const getExecutionSummaryStatus: EntityAction = {
  name: 'GetExecutionSummaryStatus',
  boundTo: 'collection',
  parameters: [{ name: 'executionId', type: 'Edm.String' }],
  returns: 'Edm.String',
  run: (body) => (String(body.executionId ?? '') === '' ? 'Unknown' : 'Succeeded'),
}

export function exchangeSets(): EntitySet[] {
  return [
    entitySet('DataManagementDefinitionGroups', {
      type: 'DataManagementDefinitionGroup',
      dataEntity: 'DMFDefinitionGroupEntity',
      category: 'Reference',
      source: tableSource('definitionGroups', groups.length, false),
      fields: [
        having(
          text('Name', (row) => groupName(row.ordinal)),
          { isKey: true, isRequired: true },
        ),
        text('Description', (row) => `${groupName(row.ordinal)} project`),
        text('OperationType', (row) => (row.ordinal === 2 ? 'Import' : 'Export')),
      ],
      actions: [exportToPackage, getExecutionSummaryStatus],
    }),
  ]
}
