import { pino } from 'pino'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Proof } from '@/lib/contract/proof'
import { onBothEngines } from '@/lib/db/test-engines'
import { openCredential } from '@/lib/entra/credential'
import type { Context } from '@/lib/log/context'
import { openVault, setVault, vault } from '@/lib/vault/vault'
import { createConnection } from './create-connection'
import { credentialReminder } from './credential-reminder'
import { deleteConnection } from './delete-connection'
import { readEntitySets, saveEntitySets } from './entity-sets'
import { listConnections } from './list-connections'
import { listProofs, saveProof } from './proofs'
import { putCredential } from './put-credential'
import { requireRecentAccess } from './recent-access'
import { type ConnectionAccess, requireAccess } from './require-access'
import { requireConnection } from './require-connection'
import { saveStepStates } from './step-states'
import { readTokenState, saveTokenState } from './token-state'
import { updateConnection } from './update-connection'

const environmentUrl = 'https://contoso-uat.sandbox.operations.dynamics.com'
const tenantId = 'b7d1f0a2-5c3e-4f6a-9b8d-2e4c6a8f0b12'
const clientId = '4f0c2b1a-9d8e-4c7b-a6f5-0e1d2c3b4a59'
const secret = 'pL4nt3d~8Q.value'
const now = new Date('2026-11-25T08:00:00.000Z')

const ctx: Context = {
  actor: { kind: 'user', userId: 'u1', name: 'Robin' },
  now: () => now,
  signal: new AbortController().signal,
  log: pino({ level: 'silent' }),
  requestId: 'r1',
}
const nobody: Context = { ...ctx, actor: { kind: 'anonymous' } }

onBothEngines('connections', (db) => {
  beforeAll(async () => {
    setVault(
      await openVault(db(), {
        dataDir: '/nonexistent',
        masterKey: Buffer.alloc(32, 3).toString('base64'),
      }),
    )
  })

  beforeEach(async () => {
    await db().execute('delete from connections; delete from audit_entries')
  })

  const create = () => createConnection(ctx, { environmentUrl, tenantId })
  const opened = async ({ credential }: ConnectionAccess) =>
    credential && (await openCredential(credential))
  const auditActions = async () => {
    const { rows } = await db().execute('select action, subject from audit_entries order by id')
    return rows.map((row) => row.action)
  }

  test('a pasted address is normalised, named, and starts with five steps to do', async () => {
    const connection = await createConnection(ctx, {
      environmentUrl: ' HTTPS://Contoso-UAT.sandbox.operations.dynamics.com/?cmp=USMF&mi=X ',
    })
    expect(connection).toMatchObject({ environmentUrl, cloud: 'public', credential: null })
    expect(connection.steps.map((step) => step.status)).toEqual(Array(5).fill('todo'))
    expect(await auditActions()).toEqual(['connection.create'])
  })

  test('a read that follows a change in this process sees it, though a moment ago is believed', async () => {
    const { id } = await create()
    expect((await requireRecentAccess(ctx, id)).clientId).toBeNull()
    const { rows } = await db().execute(`update connections set client_id = 'other' returning id`)
    expect(rows).toHaveLength(1)
    expect((await requireRecentAccess(ctx, id)).clientId).toBeNull()

    await updateConnection(ctx, id, { clientId })
    expect((await requireRecentAccess(ctx, id)).clientId).toBe(clientId)
    await putCredential(ctx, id, { kind: 'secret', value: secret })
    expect(await opened(await requireRecentAccess(ctx, id))).toEqual({ kind: 'secret', secret })
    await expect(requireRecentAccess(nobody, id)).rejects.toThrow()
    await deleteConnection(ctx, id)
    await expect(requireRecentAccess(ctx, id)).rejects.toMatchObject({ code: 'not_found' })
  })

  test.each(['not an address', 'https://contoso.crm4.dynamics.com', ''])(
    'an address that cannot be used (%j) is refused and nothing is stored',
    async (wrong) => {
      await expect(createConnection(ctx, { environmentUrl: wrong })).rejects.toThrow()
      expect(await listConnections(ctx)).toEqual([])
      expect(await auditActions()).toEqual([])
    },
  )

  test('a custom authority needs an https address, and only its origin is kept', async () => {
    const input = { environmentUrl, cloud: 'custom' } as const
    await expect(createConnection(ctx, input)).rejects.toMatchObject({ code: 'bad_address' })
    await expect(
      createConnection(ctx, { ...input, authorityUrl: 'http://adfs.corp' }),
    ).rejects.toMatchObject({ code: 'bad_address' })
    const made = await createConnection(ctx, {
      ...input,
      authorityUrl: 'https://adfs.corp/adfs/ls',
    })
    expect(made.authorityUrl).toBe('https://adfs.corp')
  })

  test('the list is by name', async () => {
    await createConnection(ctx, { environmentUrl, name: 'Beta' })
    await createConnection(ctx, { environmentUrl, name: 'Alpha' })
    expect((await listConnections(ctx)).map((one) => one.name)).toEqual(['Alpha', 'Beta'])
  })

  test('a secret is sealed in its row, opens for its use, and is in no answer', async () => {
    const { id } = await create()
    const saved = await putCredential(ctx, id, {
      kind: 'secret',
      value: secret,
      expiresOn: '2027-05-24',
    })
    expect(saved.credential).toMatchObject({
      kind: 'secret',
      state: 'active',
      expiresOn: '2027-05-24',
    })
    expect(JSON.stringify(saved)).not.toContain(secret)
    const { rows } = await db().execute('select sealed::text as text from credentials')
    expect(rows[0]?.text).not.toContain(secret)
    const access = await requireAccess(ctx, id)
    expect(await opened(access)).toEqual({ kind: 'secret', secret })
  })

  test('a key pair that is made here shows its certificate, and its key nowhere', async () => {
    const { id } = await create()
    const saved = await putCredential(ctx, id, { kind: 'certificate', from: 'new', days: 90 })
    expect(saved.credential).toMatchObject({
      kind: 'certificate',
      expiresOn: new Date(now.getTime() + 90 * 86_400_000).toISOString().slice(0, 10),
      publicPart: { subject: expect.stringContaining('CN='), thumbprint: expect.any(String) },
    })
    const access = await opened(await requireAccess(ctx, id))
    if (access?.kind !== 'certificate') throw new Error('no certificate')
    expect(saved.credential?.publicPart?.certificate).toBe(access.certificate)
    expect(JSON.stringify(saved)).not.toContain('PRIVATE KEY')
    const { rows } = await db().execute('select credentials::text as text from credentials')
    const keyLine = access.privateKey.split('\n')[3] ?? ''
    expect(keyLine).toMatch(/^\S{64}$/)
    expect(rows[0]?.text).not.toContain(keyLine)
  })

  test('a certificate that cannot serve is refused, and the former credential stays', async () => {
    const { id } = await create()
    await putCredential(ctx, id, { kind: 'secret', value: secret })
    const input = { kind: 'certificate', from: 'pem', pem: 'no certificate' } as const
    await expect(putCredential(ctx, id, input)).rejects.toMatchObject({ code: 'unreadable' })
    expect(await opened(await requireAccess(ctx, id))).toEqual({ kind: 'secret', secret })
  })

  test('a new secret retires the former one and takes back what rested on it', async () => {
    const { id } = await create()
    await putCredential(ctx, id, { kind: 'secret', value: 'first-secret' })
    await saveStepStates(ctx, id, [state('register'), state('secret'), state('trust')])
    await saveTokenState(ctx, id, { mintedAt: now, expiresAt: now, claims: {} })

    const after = await putCredential(ctx, id, { kind: 'secret', value: secret })
    const statuses = Object.fromEntries(after.steps.map((step) => [step.step, step.status]))
    expect(statuses).toMatchObject({ register: 'passed', secret: 'todo', trust: 'todo' })
    expect(after.token.expiresAt).toBeNull()
    const { rows } = await db().execute('select state from credentials order by added_at, state')
    expect(rows.map((row) => row.state).sort()).toEqual(['active', 'retired'])
  })

  test('a credential moved to another connection does not open there', async () => {
    const [one, two] = [await create(), await create()]
    await putCredential(ctx, one.id, { kind: 'secret', value: secret })
    await db().execute('update credentials set connection_id = $1', [two.id])
    const access = await requireAccess(ctx, two.id)
    await expect(opened(access)).rejects.toMatchObject({ code: 'row_tampered' })
  })

  test('a changed client id takes back every verdict; a new name takes back none', async () => {
    const { id } = await create()
    await saveStepStates(ctx, id, [state('register')])
    const renamed = await updateConnection(ctx, id, { name: 'Renamed' })
    expect(renamed.steps[0]?.status).toBe('passed')
    const changed = await updateConnection(ctx, id, { clientId: clientId.toUpperCase() })
    expect(changed).toMatchObject({ clientId, name: 'Renamed' })
    expect(changed.steps[0]?.status).toBe('todo')
  })

  test('two changes of different fields at the same time both stay', async () => {
    const { id } = await create()
    await Promise.all([
      updateConnection(ctx, id, { name: 'Renamed' }),
      updateConnection(ctx, id, { clientId }),
    ])
    expect(await requireConnection(ctx, id)).toMatchObject({ name: 'Renamed', clientId })
  })

  test('of two secrets put at the same time one is active, and it opens', async () => {
    const { id } = await create()
    const values = ['first-secret', 'second-secret']
    await Promise.all(values.map((value) => putCredential(ctx, id, { kind: 'secret', value })))
    const { rows } = await db().execute("select id from credentials where state = 'active'")
    expect(rows).toEqual([{ id: (await requireConnection(ctx, id)).credential?.id }])
    const kept = await opened(await requireAccess(ctx, id))
    expect(values.map((value) => ({ kind: 'secret', secret: value }))).toContainEqual(kept)
  })

  test.each([
    ['https://contoso.operations.dynamics.us', 'usgov'],
    ['https://contoso-uat.practice.localhost', 'practice'],
    ['https://erp.contoso.example', 'public'],
  ])('moved to %s, a connection is in cloud %s', async (moved, cloud) => {
    const { id } = await create()
    const after = await updateConnection(ctx, id, { environmentUrl: moved })
    expect(after).toMatchObject({ environmentUrl: moved, cloud })
  })

  test('a cloud that the change names is not guessed from the address', async () => {
    const { id } = await create()
    const input = {
      environmentUrl: 'https://contoso.operations.dynamics.us',
      cloud: 'china',
    } as const
    expect((await updateConnection(ctx, id, input)).cloud).toBe('china')
  })

  test('what comes in for a connection that was deleted meanwhile is refused by name', async () => {
    const { id } = await create()
    await deleteConnection(ctx, id)
    const late = [
      saveStepStates(ctx, id, [state('register')]),
      saveTokenState(ctx, id, { mintedAt: now, expiresAt: now, claims: {} }),
      saveEntitySets(ctx, id, []),
      saveProof(ctx, proof(id)),
      putCredential(ctx, id, { kind: 'secret', value: secret }),
      deleteConnection(ctx, id),
    ]
    for (const outcome of await Promise.allSettled(late)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'not_found' } })
    }
  })

  test('an update that changes nothing writes nothing', async () => {
    const { id, name } = await create()
    await updateConnection(ctx, id, { name })
    expect(await auditActions()).toEqual(['connection.create'])
  })

  test('a deleted connection takes its credentials, states and proofs with it', async () => {
    const { id } = await create()
    await putCredential(ctx, id, { kind: 'secret', value: secret })
    await saveProof(ctx, proof(id))
    await deleteConnection(ctx, id)
    await expect(requireConnection(ctx, id)).rejects.toMatchObject({ code: 'not_found' })
    const { rows } = await db().execute(
      'select (select count(*) from credentials) + (select count(*) from proofs) as kept',
    )
    expect(Number(rows[0]?.kept)).toBe(0)
    expect(await auditActions()).toContain('connection.delete')
  })

  test('token states count mints and keep the newest failure', async () => {
    const { id } = await create()
    expect(await readTokenState(ctx, id)).toBeUndefined()
    await saveTokenState(ctx, id, {
      mintedAt: now,
      expiresAt: now,
      claims: { aud: environmentUrl },
    })
    await saveTokenState(ctx, id, {
      mintedAt: now,
      expiresAt: now,
      claims: { aud: environmentUrl },
    })
    expect(await readTokenState(ctx, id)).toMatchObject({ mints: 2, lastFailure: null })
  })

  test('proofs come newest first and no more than asked for', async () => {
    const { id } = await create()
    for (const minute of [1, 3, 2]) await saveProof(ctx, proof(id, minute))
    const kept = await listProofs(ctx, id, 2)
    expect(kept.map((one) => one.finishedAt)).toEqual([
      '2026-11-25T08:03:00.000Z',
      '2026-11-25T08:02:00.000Z',
    ])
  })

  test('entity sets replace those read before', async () => {
    const { id } = await create()
    await saveEntitySets(ctx, id, [{ name: 'Old', url: 'Old' }])
    await saveEntitySets(ctx, id, [{ name: 'CustomersV3', url: 'CustomersV3' }])
    expect(await readEntitySets(ctx, id)).toEqual({
      entitySets: [{ name: 'CustomersV3', url: 'CustomersV3' }],
      readAt: now.toISOString(),
    })
  })

  test('the reminder is two weeks before the expiry and holds no secret', async () => {
    const { id } = await create()
    await expect(credentialReminder(ctx, id)).rejects.toMatchObject({ code: 'incomplete' })
    await putCredential(ctx, id, { kind: 'secret', value: secret, expiresOn: '2027-05-24' })
    const { fileName, calendar } = await credentialReminder(ctx, id)
    expect(fileName).toBe('contoso-uat-secret.ics')
    expect(calendar).toContain('DTSTART;VALUE=DATE:20270510')
    expect(calendar).toContain('BEGIN:VALARM')
    expect(calendar).not.toContain(secret)
  })

  describe('a caller that nobody has identified', () => {
    test.each([
      ['list', () => listConnections(nobody)],
      ['create', () => createConnection(nobody, { environmentUrl })],
      ['read', () => requireConnection(nobody, 'con_x')],
      ['update', () => updateConnection(nobody, 'con_x', { name: 'x' })],
      ['delete', () => deleteConnection(nobody, 'con_x')],
      ['put a credential', () => putCredential(nobody, 'con_x', { kind: 'secret', value: 'x' })],
      ['get access', () => requireAccess(nobody, 'con_x')],
      ['read the token state', () => readTokenState(nobody, 'con_x')],
      ['list proofs', () => listProofs(nobody, 'con_x', 1)],
    ])('cannot %s', async (_verb, act) => {
      await expect(act()).rejects.toMatchObject({ code: 'not_found' })
    })
  })

  test('a locked vault stores nothing', async () => {
    const { id } = await create()
    const open = vault()
    setVault(
      await openVault(db(), {
        dataDir: '/nonexistent',
        masterKey: Buffer.alloc(32, 9).toString('base64'),
      }),
    )
    await expect(putCredential(ctx, id, { kind: 'secret', value: secret })).rejects.toMatchObject({
      code: 'key_wrong',
    })
    setVault(open)
    expect((await requireConnection(ctx, id)).credential).toBeNull()
  })
})

function state(step: 'register' | 'secret' | 'trust') {
  return {
    step,
    status: 'passed',
    summary: null,
    warnings: 0,
    checkedAt: now.toISOString(),
  } as const
}

let proofs = 0
function proof(connectionId: string, minute = 0): Proof {
  proofs += 1
  const finishedAt = `2026-11-25T08:0${minute}:00.000Z`
  return {
    id: `prf_${String(proofs).padStart(20, '0')}`,
    connectionId,
    until: 'trust',
    startedAt: finishedAt,
    finishedAt,
    verdict: 'passed',
    sentence: 'It works.',
    firstBreak: null,
    checks: [],
  }
}
