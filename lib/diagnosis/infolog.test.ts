import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseInfolog, worstMessages } from '@/lib/diagnosis/infolog'

const head = "Write failed for table row of type 'CustCustomerV3Entity'. Infolog: "

test('messages are pulled apart, each with its severity', () => {
  const text = `${head}Warning: The value 'Local' in field 'Customer group' is not found in the related table 'Customer groups'.; Warning: validateField failed on field 'CustomerGroupId'.`
  expect(parseInfolog(text)).toEqual([
    {
      severity: 'warning',
      message:
        "The value 'Local' in field 'Customer group' is not found in the related table 'Customer groups'.",
    },
    { severity: 'warning', message: "validateField failed on field 'CustomerGroupId'." },
  ])
})

test('a line break inside a message stays inside, and the dot too many goes', () => {
  const text = `${head}Info: Cannot create a record in Customer groups (CustGroup). Customer group: B2, Test.\nThe record already exists..`
  expect(parseInfolog(text)).toEqual([
    {
      severity: 'info',
      message:
        'Cannot create a record in Customer groups (CustGroup). Customer group: B2, Test. The record already exists.',
    },
  ])
})

test('a semicolon ends a message only before a severity', () => {
  expect(parseInfolog(`${head}Error: one; two; Info: three.`)).toEqual([
    { severity: 'error', message: 'one; two' },
    { severity: 'info', message: 'three.' },
  ])
})

test.each(['', 'no log here', 'Infolog:', 'Infolog: nothing marked'])('%s holds none', (text) => {
  expect(parseInfolog(text)).toEqual([])
})

test('in a raw body the log ends with its JSON string', () => {
  const message = `${head}Error: Say "no".; Error: Really.`
  const body = JSON.stringify({
    error: { innererror: { message, type: 'X', stacktrace: 'at Y: Info: z' } },
  })
  expect(parseInfolog(body)).toEqual([
    { severity: 'error', message: 'Say "no".' },
    { severity: 'error', message: 'Really.' },
  ])
})

test('the worst comes first', () => {
  const messages = parseInfolog(`${head}Info: a.; Warning: b.; Error: c.; Error: d.`)
  expect(worstMessages(messages, 3)).toEqual(['c.', 'd.', 'b.'])
})

test('any text gives a list', () => {
  const logs = fc.string({ unit: 'binary' }).map((text) => `Infolog: ${text}`)
  fc.assert(fc.property(logs, (text) => Array.isArray(parseInfolog(text))))
})
