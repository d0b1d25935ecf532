import type { z } from 'zod'
import { callApi } from '@/components/data/call-api'

/**
 * Fetches JSON from our own API and parses it.
 *
 * @throws {ProblemError} when the server refused and said why.
 * @throws {UnreachableError} when no answer came, or one that is not the server's.
 */
export async function fetchJson<S extends z.ZodType>(
  schema: S,
  path: string,
  init?: RequestInit,
): Promise<z.infer<S>> {
  const response = await callApi(path, init)
  return schema.parse(await response.json())
}

/** As {@link fetchJson}, for answers that are text. */
export async function fetchText(path: string, init?: RequestInit): Promise<string> {
  return await (await callApi(path, init)).text()
}

/** As {@link fetchJson}, for answers without a body (204). */
export async function fetchNothing(path: string, init?: RequestInit): Promise<void> {
  const response = await callApi(path, init)
  await response.body?.cancel()
}

/** `init` of a request that sends `body` as JSON. */
export function jsonBody(method: 'POST' | 'PUT' | 'PATCH', body: unknown): RequestInit {
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}
