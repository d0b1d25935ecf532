import { expect, test } from 'vitest'
import { fileAnswer } from '@/app/api/file-answer'

const bytes = Buffer.from('0123456789')
const file = {
  fileName: 'Kunder "ÅÄÖ" (1).csv',
  contentType: 'text/csv',
  bytes: bytes.length,
  modifiedAt: new Date('2026-11-25T08:00:00.000Z'),
  read: (start: number, end: number) => new Blob([bytes.subarray(start, end + 1)]).stream(),
}
const ask = (headers: Record<string, string> = {}) => fileAnswer(file, new Headers(headers))

test('a file comes whole, by a name that every browser reads', async () => {
  const answer = ask()
  expect(answer.status).toBe(200)
  expect(await answer.text()).toBe('0123456789')
  expect(answer.headers.get('content-length')).toBe('10')
  expect(answer.headers.get('accept-ranges')).toBe('bytes')
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="Kunder _____ (1).csv"; filename*=UTF-8''Kunder%20%22%C3%85%C3%84%C3%96%22%20%281%29.csv`,
  )
})

test.each([
  ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
  ['bytes=7-', 206, '789', 'bytes 7-9/10'],
  ['bytes=-3', 206, '789', 'bytes 7-9/10'],
  ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
  ['bytes=-99', 206, '0123456789', 'bytes 0-9/10'],
  ['bytes=10-', 416, '', 'bytes */10'],
  ['bytes=-0', 416, '', 'bytes */10'],
  ['bytes=4-2', 200, '0123456789', null],
  ['bytes=0-1,3-4', 200, '0123456789', null],
  ['pages=1-2', 200, '0123456789', null],
])('%s is answered with %i', async (range, ...[status, text, contentRange]) => {
  const answer = ask({ range })
  expect([answer.status, await answer.text()]).toEqual([status, text])
  expect(answer.headers.get('content-range')).toBe(contentRange)
})

test('a part is given only of the file that the rest came from', async () => {
  const etag = ask().headers.get('etag') ?? ''
  expect(ask({ range: 'bytes=2-', 'if-range': etag }).status).toBe(206)
  expect(ask({ range: 'bytes=2-', 'if-range': '"another"' }).status).toBe(200)
})
