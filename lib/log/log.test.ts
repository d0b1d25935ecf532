import { Writable } from 'node:stream'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { redaction } from './log'

const planted = 'pL4nt3d-s3cr3t-value'

test.each([
  [{ secret: planted }],
  [{ client_secret: planted }],
  [{ input: { value: planted } }],
  [{ request: { headers: { authorization: `Bearer ${planted}` } } }],
  [{ request: { headers: { cookie: planted } } }],
  [{ a: { b: { c: { password: planted } } } }],
])('a secret under a known key is blanked: %j', (fields) => {
  const lines: string[] = []
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  pino({ redact: redaction }, sink).info(fields, 'saved')
  expect(lines.join('')).toContain('saved')
  expect(lines.join('')).not.toContain(planted)
})
