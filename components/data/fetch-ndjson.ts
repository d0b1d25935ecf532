import type { z } from 'zod'
import { callApi } from '@/components/data/call-api'

/**
 * Calls our own API and yields each line of its NDJSON answer, parsed, as it comes.
 *
 * Leaving the loop, or aborting `init.signal`, closes the connection, which stops the server's work.
 *
 * @throws {ProblemError} when the server refused before the stream began.
 * @throws {UnreachableError} when no answer came, or one that is not the server's.
 */
export async function* fetchNdjson<S extends z.ZodType>(
  schema: S,
  path: string,
  init?: RequestInit,
): AsyncGenerator<z.infer<S>, void, undefined> {
  const response = await callApi(path, init)
  if (!response.body) return
  for await (const line of readLines(response.body)) yield schema.parse(JSON.parse(line))
}

/** Cuts a byte stream into its non-empty lines. */
export async function* readLines(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<string, void, undefined> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    while (true) {
      const { done, value } = await reader.read()
      rest += decoder.decode(value, { stream: !done })
      const lines = rest.split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) if (line.trim()) yield line
      if (done) break
    }
    if (rest.trim()) yield rest
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
