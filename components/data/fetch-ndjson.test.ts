import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLines } from '@/components/data/fetch-ndjson'

function streamOf(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    },
  })
}

async function linesOf(chunks: readonly Uint8Array[]): Promise<string[]> {
  const lines: string[] = []
  for await (const line of readLines(streamOf(chunks))) lines.push(line)
  return lines
}

test('a line that has no end yet comes when the stream ends', async () => {
  expect(await linesOf([new TextEncoder().encode('{"a":1}\n{"b":2}')])).toEqual([
    '{"a":1}',
    '{"b":2}',
  ])
})

test('empty lines, such as those that keep a connection alive, are left out', async () => {
  expect(await linesOf([new TextEncoder().encode('\n\n{"a":1}\r\n \n')])).toEqual(['{"a":1}\r'])
})

test('however the bytes are cut, even inside a character, the lines are the same', async () => {
  const text = '{"name":"Zürich 🐎"}\n{"name":"東京"}\n'
  const bytes = new TextEncoder().encode(text)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: bytes.length })), async (cuts) => {
      const at = [0, ...cuts.sort((one, other) => one - other), bytes.length]
      const chunks = at.slice(1).map((end, index) => bytes.slice(at[index], end))
      expect(await linesOf(chunks)).toEqual(text.trim().split('\n'))
    }),
  )
})

test('whoever stops reading closes the stream', async () => {
  let closed = false
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new TextEncoder().encode('{"a":1}\n')),
    cancel: () => {
      closed = true
    },
  })
  for await (const line of readLines(endless)) {
    expect(line).toBe('{"a":1}')
    break
  }
  expect(closed).toBe(true)
})
