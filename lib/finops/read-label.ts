import { z } from 'zod'
import type { Environment } from '@/lib/finops/environment'
import { readODataJson } from '@/lib/finops/read-odata'

const Label = z.object({ Value: z.string().nullish() })

const bodyBytesMax = 64 * 1024
const timeoutMs = 20_000

/**
 * The text of one label in `language` (`de`, `en-us`), or null where the environment has none.
 *
 * One at a time: F&O answers a filter over labels with 501, the id and the language have to be
 * the key.
 *
 * @throws {FinopsError}, {@link TokenError}, {@link OutboundError} `cancelled`
 * @see https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/data-entities/services-home-page#rest-metadata-service
 */
export async function readLabel(
  environment: Environment,
  label: Readonly<{ id: string; language: string }>,
  { signal }: Readonly<{ signal: AbortSignal }>,
): Promise<string | null> {
  const path = `/metadata/Labels(Id='${key(label.id)}',Language='${key(label.language)}')`
  const read = { path, signal, bodyBytesMax, timeoutMs }
  const { Value: text } = await readODataJson(environment, Label, read)
  // An id that no label file knows comes back as it was sent, or as nothing.
  return text && text.toLowerCase() !== label.id.toLowerCase() ? text : null
}

function key(text: string): string {
  return encodeURIComponent(text.replaceAll("'", "''"))
}
