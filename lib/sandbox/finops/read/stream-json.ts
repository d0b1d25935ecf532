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
  const cursor = new Cursor()
  let at = 0
  let separator = rows.head
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const texts: string[] = []
      const end = Math.min(at + rowsPerChunk, rows.slots.length)
      for (; at < end; at += 1) {
        // A row that was deleted since the page was found is left out.
        if (!rows.store.moveTo(cursor, rows.slots[at] ?? -1)) continue
        texts.push(separator, rows.write(cursor))
        separator = ','
      }
      if (at >= rows.slots.length) {
        texts.push(separator === rows.head ? rows.head : '', rows.tail)
      }
      if (texts.length > 0) controller.enqueue(encoder.encode(texts.join('')))
      if (at >= rows.slots.length) controller.close()
    },
  })
}
