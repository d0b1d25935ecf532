import { pino } from 'pino'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { createConnection } from '@/lib/connections/create-connection'
import { saveProof } from '@/lib/connections/proofs'
import { putCredential } from '@/lib/connections/put-credential'
import { updateConnection } from '@/lib/connections/update-connection'
import type { Check, Proof } from '@/lib/contract/proof'
import { onBothEngines } from '@/lib/db/test-engines'
import type { Context } from '@/lib/log/context'
import { openVault, setVault } from '@/lib/vault/vault'
import { proofChanges } from './proof-changes'

const environmentUrl = 'https://contoso-uat.sandbox.operations.dynamics.com'
const start = Date.parse('2026-11-25T08:00:00.000Z')
const secret = 'pL4nt3d~8Q.value'

function at(minute: number, name = 'Robin'): Context {
  return {
    actor: { kind: 'user', userId: name, name },
    now: () => new Date(start + minute * 60_000),
    signal: new AbortController().signal,
    log: pino({ level: 'silent' }),
    requestId: 'r1',
  }
}

function check(verdict: Check['verdict'], userId: string): Check {
  return {
    id: 'mapped-user',
    step: 'trust',
    title: 'The mapped user is usable',
    verdict,
    summary: `The user is ${userId}.`,
    evidence: [{ label: 'User ID', value: userId }],
    tookMs: 1,
    diagnosis: null,
    failure: null,
  }
}

let count = 0

async function kept(connectionId: string, minute: number, own: Check) {
  count += 1
  const failed = own.verdict === 'failed'
  const iso = at(minute).now().toISOString()
  const proof: Proof = {
    id: `prf_${String(count).padStart(20, '0')}`,
    connectionId,
    until: 'trust',
    startedAt: iso,
    finishedAt: iso,
    verdict: failed ? 'failed' : 'passed',
    sentence: '',
    firstBreak: failed ? own.id : null,
    checks: [own],
  }
  await saveProof(at(minute), proof)
  return proof.id
}

onBothEngines('what changed since it last worked', (db) => {
  beforeAll(async () => {
    const masterKey = Buffer.alloc(32, 3).toString('base64')
    setVault(await openVault(db(), { dataDir: '/nonexistent', masterKey }))
  })

  beforeEach(async () => {
    await db().execute('delete from connections; delete from audit_entries')
  })

  const create = async () => (await createConnection(at(0), { environmentUrl })).id

  test('is told with what people did in between, and by whom', async () => {
    const id = await create()
    await kept(id, 1, check('passed', 'Older'))
    const lastPassed = await kept(id, 2, check('passed', 'OData'))
    await updateConnection(at(3, 'Kim'), id, { tenantId: 'contoso.onmicrosoft.com' })
    await putCredential(at(4), id, { kind: 'secret', value: secret })
    const failed = await kept(id, 5, check('failed', 'Admin'))
    await updateConnection(at(6), id, { name: 'Later' })

    const { comparison } = await proofChanges(at(7), { connectionId: id, proofId: failed })
    expect(comparison?.before.id).toBe(lastPassed)
    expect(comparison?.after).toMatchObject({ id: failed, brokenStep: 'trust' })
    expect(comparison?.links[0]?.facts).toEqual([
      { name: 'the mapped user', before: 'OData', after: 'Admin' },
    ])
    expect(comparison?.configuration).toEqual([
      {
        at: at(3).now().toISOString(),
        who: 'Kim',
        what: 'changed the tenant',
        fields: ['tenantId'],
      },
      {
        at: at(4).now().toISOString(),
        who: 'Robin',
        what: 'stored another secret',
        fields: ['secret'],
      },
    ])
    expect(comparison?.headline).toBe(
      'Between today 08:02 UTC (worked) and today 08:05 UTC (failed at step 5) Kim changed the tenant, Robin stored another secret, and one thing more changed. What broke: The user is Admin.',
    )
    expect(JSON.stringify(comparison)).not.toContain(secret)
  })

  test('is nothing to compare where it never worked', async () => {
    const id = await create()
    const failed = await kept(id, 1, check('failed', 'Admin'))
    await kept(id, 2, check('passed', 'OData'))
    expect(await proofChanges(at(3), { connectionId: id, proofId: failed })).toEqual({
      comparison: null,
    })
  })

  test('puts the older run first, whichever was asked for', async () => {
    const id = await create()
    const older = await kept(id, 1, check('failed', 'Admin'))
    const newer = await kept(id, 2, check('passed', 'OData'))
    for (const [proofId, since] of [
      [older, newer],
      [newer, older],
    ] as const) {
      const { comparison } = await proofChanges(at(3), { connectionId: id, proofId, since })
      expect([comparison?.before.id, comparison?.after.id]).toEqual([older, newer])
    }
  })

  test('an unknown run, or one of another connection, is not found', async () => {
    const [id, other] = [await create(), await create()]
    const proofId = await kept(id, 1, check('passed', 'OData'))
    const foreign = await kept(other, 1, check('passed', 'OData'))
    const unknown = 'prf_zzzzzzzzzzzzzzzzzzzz'
    for (const wrong of [
      { connectionId: id, proofId: unknown },
      { connectionId: id, proofId, since: unknown },
      { connectionId: id, proofId, since: foreign },
      { connectionId: 'con_00000000000000000000', proofId },
    ]) {
      await expect(proofChanges(at(2), wrong)).rejects.toMatchObject({ code: 'not_found' })
    }
  })
})
