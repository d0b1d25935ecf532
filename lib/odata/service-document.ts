import { z } from 'zod'
import { ODataSyntaxError } from '@/lib/odata/errors'

/** One entry of a service document. */
export type ServiceEntry = Readonly<{ name: string; kind: string; url: string }>

const Entry = z.object({ name: z.string().min(1), kind: z.string().optional(), url: z.string() })
const ServiceDocument = z.object({ value: z.array(Entry) })

/**
 * Reads the JSON of a service root: what it exposes, in its own order. An entry without a `kind`
 * is an entity set, as OData says.
 *
 * @throws {ODataSyntaxError} `document_malformed` when the JSON is not of that shape.
 * @see OData JSON format 5
 */
export function parseServiceDocument(json: unknown): ServiceEntry[] {
  const parsed = ServiceDocument.safeParse(json)
  if (!parsed.success) {
    const refusal = new ODataSyntaxError('document_malformed', 'service document', 0)
    throw Object.assign(refusal, { cause: parsed.error })
  }
  return parsed.data.value.map(({ name, kind, url }) => ({ name, kind: kind ?? 'EntitySet', url }))
}

/** Writes the JSON of a service root as F&O does. */
export function toServiceDocument(context: string, entitySets: readonly string[]): object {
  return {
    '@odata.context': context,
    value: entitySets.map((name) => ({ name, kind: 'EntitySet', url: name })),
  }
}
