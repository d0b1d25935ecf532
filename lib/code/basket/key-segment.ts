import type { EntitySetDetail } from '@/lib/contract/catalog'

/** The key of a row as a template of a path, and the parameters that stand in it. */
export type KeySegment = Readonly<{ path: string; parameters: readonly object[] }>

/** Types whose literals stand in a URL without quotes. */
const bare =
  /^Edm\.(S?Byte|Int\d\d|Decimal|Double|Single|Boolean|Guid|Date|DateTimeOffset|TimeOfDay)$/

/**
 * Writes the key of an entity set's rows as a template:
 * `(dataAreaId='{dataAreaId}',RecId={RecId})`.
 */
export function toKeySegment({ key, fields }: EntitySetDetail): KeySegment {
  const parts = key.map((name) => {
    const type = fields.find((field) => field.name === name)?.type ?? 'Edm.String'
    return `${name}=${literalOf(type, `{${name}}`)}`
  })
  const parameters = key.map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  return { path: `(${parts.join(',')})`, parameters }
}

function literalOf(type: string, hole: string): string {
  if (bare.test(type)) return hole
  return type === 'Edm.String' ? `'${hole}'` : `${type.startsWith('Edm.') ? '' : type}'${hole}'`
}
