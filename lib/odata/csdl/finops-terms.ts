import type { FinopsFacts } from '@/lib/odata/csdl/model'

/** F&O's own vocabulary. Its names are read from real documents; nothing of it is published. */
export const finopsVocabulary = 'Microsoft.Dynamics.OData.Core.V1'

type Fact = keyof FinopsFacts

/** Terms that become fields of their own. */
const terms: Readonly<Record<string, Fact>> = {
  LabelId: 'labelId',
  HelpTextId: 'helpTextId',
  AXType: 'axType',
  IsRequired: 'isRequired',
  IsReadOnly: 'isReadOnly',
  AllowEdit: 'allowEdit',
  AllowEditOnCreate: 'allowEditOnCreate',
}

const flags: ReadonlySet<Fact> = new Set([
  'isRequired',
  'isReadOnly',
  'allowEdit',
  'allowEditOnCreate',
])

const prefix = `${finopsVocabulary}.`

/** The fact that a term stands for, with its value; undefined for every other term. */
export function finopsFact(
  term: string,
  value: string,
): readonly [fact: Fact, value: string | boolean] | undefined {
  if (!term.startsWith(prefix)) return undefined
  const fact = terms[term.slice(prefix.length)]
  if (fact === undefined) return undefined
  if (flags.has(fact)) return [fact, value === 'true' || value === '1']
  // `Microsoft.Dynamics.OData.Core.V1.AXType/Enum` as well as `Enum`.
  return [fact, fact === 'axType' ? value.slice(value.lastIndexOf('/') + 1) : value]
}
