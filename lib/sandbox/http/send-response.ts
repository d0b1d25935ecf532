import type { ServerResponse } from 'node:http'

/**
 * Writes `response` to `outgoing`, streaming and at the pace of the reader. When the reader goes
 * away the body is cancelled and nothing is thrown.
 */
export async function sendResponse(
  response: Response,
  outgoing: ServerResponse,
  method: string,
): Promise<void> {
  outgoing.statusCode = response.status
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') outgoing.setHeader(name, value)
  }
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies)

  if (response.body === null || method === 'HEAD') {
    await response.body?.cancel()
    outgoing.end()
    return
  }
  await pump(response.body, outgoing)
}

async function pump(body: ReadableStream<Uint8Array>, outgoing: ServerResponse): Promise<void> {
  const reader = body.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (outgoing.destroyed) return await reader.cancel()
      if (!outgoing.write(next.value)) await drained(outgoing)
    }
    outgoing.end()
  } catch (error) {
    // Half an answer is out: cutting the connection is the only way to say that it is not whole.
    outgoing.destroy()
    throw error
  }
}

function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      outgoing.off('drain', done)
      outgoing.off('close', done)
      resolve()
    }
    outgoing.once('drain', done)
    outgoing.once('close', done)
  })
}
