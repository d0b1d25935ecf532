import { Cursor, type RowStore } from '@/lib/sandbox/finops/store/row-store'

type JsonRows = Readonly<{
  head: string
  tail: string
  slots: readonly number[]
  store: RowStore
  write: (cursor: Cursor) => string
}>

const rowsPerChunk = 100

/** Writes rows one chunk at a time, as fast as the reader takes them. */
export function streamJson(rows: JsonRows): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const texts = jsonTexts(rows)
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = texts.next()
      if (next.done === true) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
  })
}

function* jsonTexts({ head, tail, slots, store, write }: JsonRows): Generator<string> {
  const cursor = new Cursor()
  const chunk = [head]
  let separator = ''
  for (const [index, slot] of slots.entries()) {
    // A row that was deleted since the page was found is left out.
    if (store.moveTo(cursor, slot)) {
      chunk.push(separator, write(cursor))
      separator = ','
    }
    if (index % rowsPerChunk === rowsPerChunk - 1) yield chunk.splice(0).join('')
  }
  chunk.push(tail)
  yield chunk.join('')
}
