import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { decodePaste, diagnosePaste } from '@/lib/diagnosis/decode-paste'
import { diagnose } from '@/lib/diagnosis/diagnose'
import { context, environmentUrl, failureOf } from '@/lib/diagnosis/fixtures/make'

const folder = fileURLToPath(new URL('../../../shared/responses/', import.meta.url))
const isThere = existsSync(folder)
if (!isThere) process.stderr.write(`Real answers are not at ${folder}: their tests are skipped\n`)

const now = new Date('2026-11-25T08:00:00.000Z')

type Real = readonly [file: string, method: string, status: number, path: string, rule: string]

const real: readonly Real[] = [
  [
    'real_error_400_or_500_customer_group_missing.json',
    'POST',
    400,
    '/data/CustomersV3',
    'write.related-missing',
  ],
  [
    'real_error_500_write_failed_batch_part.json',
    'POST',
    500,
    '/data/CustomerGroups',
    'write.exists-already',
  ],
  ['real_error_party_is_prospect.json', 'POST', 500, '/data/CustomersV3', 'write.refused-by-logic'],
  [
    'real_error_500_action_leave_request.json',
    'POST',
    500,
    '/data/MyLeaveRequests/Microsoft.Dynamics.DataEntities.submit',
    'write.action-failed',
  ],
  [
    'real_error_404_no_route_partial_key.json',
    'GET',
    404,
    "/data/HolidaysAbsencesGroupATISAs('174')",
    'finops.key-incomplete',
  ],
  [
    'real_error_404_no_route_composite_key.json',
    'GET',
    404,
    "/data/CustomersV3('{''dataAreaId'': ''usmf''}')",
    'finops.key-incomplete',
  ],
  [
    'reported_error_segment_not_found_dmf.json',
    'POST',
    404,
    '/data/DataManagementDefinitionGroups',
    'finops.entity-unknown',
  ],
]

const read = (file: string) => readFileSync(`${folder}${file}`, 'utf8')

describe.skipIf(!isThere)('a real answer of F&O is told by its rule', () => {
  test.each(real)('%s', (...[file, method, status, path, rule]) => {
    const body = read(file)
    const failure = failureOf({
      where: 'environment',
      url: `${environmentUrl}${path}`,
      method,
      status,
      headers: { 'content-type': 'application/json; odata.metadata=minimal' },
      bodyExcerpt: body.slice(0, 2000),
      message: JSON.parse(body).error?.innererror?.message ?? JSON.parse(body).Message,
    })
    expect(diagnose(failure, context).rule).toBe(rule)
  })

  test.each(real)('%s is told from its text alone', (...[file, , , , rule]) => {
    const decoded = decodePaste(read(file), now)
    expect([diagnosePaste(decoded).rule, decoded.sure]).toEqual([rule, true])
  })

  test('the messages of X++ are pulled apart as they were written', () => {
    const decoded = decodePaste(read('real_error_400_or_500_customer_group_missing.json'), now)
    expect(diagnosePaste(decoded).infolog).toEqual([
      {
        severity: 'warning',
        message:
          "The value 'Local' in field 'Customer group' is not found in the related table 'Customer groups'.",
      },
      {
        severity: 'warning',
        message: "validateField failed on field 'CustCustomerV3Entity.CustomerGroupId'.",
      },
    ])
  })
})

describe.skipIf(!isThere)('Entra’s documented answer', () => {
  test('names scope, ids and time', () => {
    const decoded = decodePaste(read('doc_entra_error_invalid_scope.json'), now)
    expect(diagnosePaste(decoded)).toMatchObject({ rule: 'entra.scope-wrong', step: 'credentials' })
    expect(decoded.failure).toMatchObject({
      at: '2016-01-09T02:02:12.000Z',
      ids: {
        traceId: '0000aaaa-11bb-cccc-dd33-eeeeee333333',
        correlationId: 'aaaa0000-bb11-2222-33cc-444444dddddd',
      },
    })
  })
})
