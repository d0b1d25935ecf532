import type { Host } from '@/lib/odata/csdl/builders'

/** F&O's own vocabulary. Its names are read from real documents; nothing of it is published. */
const vocabulary = 'Microsoft.Dynamics.OData.Core.V1.'

/** Writes what a term says into what it is said of. */
type Tell = (host: Host, value: string) => void

const isTrue = (value: string) => value === 'true' || value === '1'

/** Terms that become facts of their own; what says no more than the default is left out. */
const tells: Readonly<Record<string, Tell>> = {
  LabelId: (host, value) => {
    host.labelId = value
  },
  HelpTextId: (host, value) => {
    host.helpTextId = value
  },
  // `Microsoft.Dynamics.OData.Core.V1.AXType/Enum` as well as `Enum`.
  AXType: (host, value) => {
    host.axType = value.slice(value.lastIndexOf('/') + 1)
  },
  IsRequired: (host, value) => {
    if (isTrue(value)) host.isRequired = true
  },
  IsReadOnly: (host, value) => {
    if (isTrue(value)) host.isReadOnly = true
  },
  AllowEdit: (host, value) => {
    if (!isTrue(value)) host.allowEdit = false
  },
  AllowEditOnCreate: (host, value) => {
    if (!isTrue(value)) host.allowEditOnCreate = false
  },
  ConfigurationKeyEnabled: (host, value) => {
    if (!isTrue(value)) host.isConfigured = false
  },
}

/** How a term of F&O's is told; undefined for every other. */
export function finopsTell(term: string): Tell | undefined {
  return term.startsWith(vocabulary) ? tells[term.slice(vocabulary.length)] : undefined
}
