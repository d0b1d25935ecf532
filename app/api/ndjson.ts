/**
 * Streams `events` as NDJSON, one JSON object a line. When the reader goes away the generator is
 * told to return, so that it can end what it has under way.
 */
export function ndjson(events: AsyncGenerator<unknown>): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await events.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`))
    },
    async cancel() {
      await events.return(undefined)
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'application/x-ndjson',
      // Reverse proxies such as nginx would otherwise hold a living chain back until it ends.
      'x-accel-buffering': 'no',
    },
  })
}
