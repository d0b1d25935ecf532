import { z } from 'zod'
import type { Environment } from '@/lib/finops/environment'
import { readODataJson } from '@/lib/finops/read-odata'

const Rows = z.object({ value: z.array(z.record(z.string(), z.unknown())) })

/** Where F&O keeps it, and, for those who may not look there, that of the app's own company. */
const places = [
  ['SystemParameters', 'SystemLanguage'],
  ['LegalEntities', 'LanguageId'],
] as const

const timeoutMs = 20_000

/**
 * The language that F&O itself speaks in this environment, in lower case; undefined where it is
 * not told to this user, or kept under another name.
 */
export async function readSystemLanguage(
  environment: Environment,
  { signal }: Readonly<{ signal: AbortSignal }>,
): Promise<string | undefined> {
  for (const [path, field] of places) {
    const read = { path, query: '$top=1', signal, timeoutMs, waitMsMax: 0 }
    // Not to know it is no failure: English is spoken then.
    const found = await readODataJson(environment, Rows, read).catch(() => undefined)
    const language = found?.value[0]?.[field]
    if (typeof language === 'string' && language !== '') return language.toLowerCase()
  }
  return undefined
}
