import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '@/lib/db/client'
import type { Database } from '@/lib/db/database'
import { connections, credentials, settings } from '@/lib/db/schema'
import { credentialBinding } from './credential-binding'
import { sealEnvelope } from './envelope'
import { openVault } from './vault'

const secret = 'pL4nt3d~8Q.value'
const otherKey = Buffer.alloc(32, 7).toString('base64')

let db: Database
let dataDir: string

beforeAll(async () => {
  db = await openDatabase({ dir: 'memory' })
})

afterAll(() => db.close())

beforeEach(async () => {
  await db.execute('delete from settings; delete from connections')
  dataDir = mkdtempSync(join(tmpdir(), 'fivestep-vault-'))
})

afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

test('the first start makes a key file that only its owner can read', async () => {
  await openVault(db, { dataDir })
  const file = join(dataDir, 'master.key')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')).toHaveLength(32)
})

test('what was sealed opens again after a restart, and holds nothing readable', async () => {
  const sealed = (await openVault(db, { dataDir })).seal('row:1', secret)
  expect(JSON.stringify(sealed)).not.toContain(secret)
  expect((await openVault(db, { dataDir })).unseal('row:1', sealed)).toBe(secret)
})

test('the same secret is sealed differently each time', async () => {
  const vault = await openVault(db, { dataDir })
  expect(vault.seal('row:1', secret)).not.toEqual(vault.seal('row:1', secret))
})

test('a wrong key is recognised, opens nothing, and changes nothing', async () => {
  const sealed = (await openVault(db, { dataDir })).seal('row:1', secret)
  const before = await db.orm.select().from(settings)

  const wrong = await openVault(db, { dataDir, masterKey: otherKey })
  expect(wrong.status).toBe('key_wrong')
  expect(() => wrong.unseal('row:1', sealed)).toThrow(
    expect.objectContaining({ code: 'key_wrong' }),
  )
  expect(() => wrong.seal('row:1', secret)).toThrow(expect.objectContaining({ code: 'key_wrong' }))

  expect(await db.orm.select().from(settings)).toEqual(before)
  expect((await openVault(db, { dataDir })).unseal('row:1', sealed)).toBe(secret)
})

test('a lost key is recognised, and no new one is made in its place', async () => {
  await openVault(db, { dataDir })
  rmSync(join(dataDir, 'master.key'))
  expect((await openVault(db, { dataDir })).status).toBe('key_lost')
  expect(() => statSync(join(dataDir, 'master.key'))).toThrow()
})

test.each(['', 'short', 'not base64 at all !!', Buffer.alloc(31).toString('base64')])(
  'a key file that holds %j is a wrong key and stays as it is',
  async (content) => {
    await openVault(db, { dataDir })
    writeFileSync(join(dataDir, 'master.key'), content)
    expect((await openVault(db, { dataDir })).status).toBe('key_wrong')
    expect(readFileSync(join(dataDir, 'master.key'), 'utf8')).toBe(content)
  },
)

describe('where the record of the right key is gone and a credential is there', () => {
  beforeEach(async () => {
    const { seal } = await openVault(db, { dataDir })
    const at = new Date('2026-11-25T08:00:00Z')
    const id = 'con_00000000000000000001'
    await db.orm.insert(connections).values({
      id,
      name: 'UAT',
      environmentUrl: 'https://contoso.operations.dynamics.com',
      cloud: 'public',
      createdAt: at,
      updatedAt: at,
    })
    const sealed = seal(credentialBinding(id, 'cre_1'), secret)
    const row = { id: 'cre_1', connectionId: id, kind: 'secret', state: 'active', addedAt: at }
    await db.orm.insert(credentials).values({ ...row, sealed })
    await db.orm.delete(settings)
  })

  test('the right key is known by it', async () => {
    expect((await openVault(db, { dataDir })).status).toBe('ok')
    expect(await db.orm.select().from(settings)).toHaveLength(1)
  })

  test('a wrong key is known by it, and does not become the right one', async () => {
    expect((await openVault(db, { dataDir, masterKey: otherKey })).status).toBe('key_wrong')
    expect(await db.orm.select().from(settings)).toEqual([])
  })

  test('a lost key is not made anew', async () => {
    rmSync(join(dataDir, 'master.key'))
    expect((await openVault(db, { dataDir })).status).toBe('key_lost')
    expect(() => statSync(join(dataDir, 'master.key'))).toThrow()
  })
})

describe('a sealed row', () => {
  test('does not open for another row', async () => {
    const vault = await openVault(db, { dataDir })
    const sealed = vault.seal('row:1', secret)
    expect(() => vault.unseal('row:2', sealed)).toThrow(
      expect.objectContaining({ code: 'row_tampered' }),
    )
  })

  test('does not take the data key of another row', async () => {
    const vault = await openVault(db, { dataDir })
    const mixed = { ...vault.seal('row:1', secret), key: vault.seal('row:1', 'other').key }
    expect(() => vault.unseal('row:1', mixed)).toThrow(
      expect.objectContaining({ code: 'row_tampered' }),
    )
  })

  test.each(['key', 'box'] as const)(
    'is refused when one bit of its %s is flipped',
    async (part) => {
      const vault = await openVault(db, { dataDir })
      const sealed = vault.seal('row:1', secret)
      const bytes = Buffer.from(sealed[part], 'base64')
      for (const position of [0, 13, bytes.length - 1]) {
        const changed = Buffer.from(bytes)
        changed[position] = (changed[position] ?? 0) ^ 1
        const tampered = { ...sealed, [part]: changed.toString('base64') }
        expect(() => vault.unseal('row:1', tampered)).toThrow(
          expect.objectContaining({ code: 'row_tampered' }),
        )
      }
    },
  )

  test.each([
    null,
    {},
    'text',
    { v: 2, key: '', box: '' },
    { v: 1, key: '', box: '' },
    { v: 1, key: 'AAAA', box: 'AAAA' },
  ])('is refused when the database holds %j in its place', async (garbage) => {
    const vault = await openVault(db, { dataDir })
    expect(() => vault.unseal('row:1', garbage)).toThrow(
      expect.objectContaining({ code: 'row_tampered' }),
    )
  })

  test('does not repeat the secret in the error', () => {
    const sealed = sealEnvelope(Buffer.alloc(32, 1), 'row:1', secret)
    expect(JSON.stringify(sealed)).not.toContain(
      Buffer.from(secret).toString('base64').slice(0, 12),
    )
  })
})

test('keys derived for two purposes differ, and stay the same from start to start', async () => {
  const first = await openVault(db, { dataDir })
  const second = await openVault(db, { dataDir })
  expect(first.derive('sessions')).toEqual(second.derive('sessions'))
  expect(first.derive('sessions')).not.toEqual(first.derive('links'))
})
