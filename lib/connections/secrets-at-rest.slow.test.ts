import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { database, openDatabase, setDatabase } from '@/lib/db/client'
import { openCredential } from '@/lib/entra/credential'
import type { Context } from '@/lib/log/context'
import { openVault, setVault } from '@/lib/vault/vault'
import { createConnection } from './create-connection'
import { listConnections } from './list-connections'
import { putCredential } from './put-credential'
import { requireAccess } from './require-access'
import { requireConnection } from './require-connection'

vi.setConfig({ hookTimeout: 120_000, testTimeout: 120_000 })

const planted = 'pL4nt3d~8Q.value-that-is-nowhere-else'
const visible = 'a-name-that-is-meant-to-be-found'
const logged: string[] = []
const sink = new Writable({
  write(chunk, _encoding, done) {
    logged.push(String(chunk))
    done()
  },
})

const ctx: Context = {
  actor: { kind: 'user', userId: 'u1', name: 'Robin' },
  now: () => new Date('2026-11-25T08:00:00.000Z'),
  signal: new AbortController().signal,
  log: pino({ level: 'trace' }, sink),
  requestId: 'r1',
}

let dataDir: string

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'fivestep-at-rest-'))
  setDatabase(await openDatabase({ dir: join(dataDir, 'db') }))
  setVault(await openVault(database(), { dataDir }))
})

afterAll(async () => {
  await database().close()
  setDatabase(undefined)
  setVault(undefined)
  rmSync(dataDir, { recursive: true, force: true })
})

test('a planted secret is in no file of the data folder, no answer and no log line', async () => {
  const { id } = await createConnection(ctx, {
    environmentUrl: 'https://contoso-uat.sandbox.operations.dynamics.com',
    name: visible,
  })
  const answers: unknown[] = [await putCredential(ctx, id, { kind: 'secret', value: planted })]
  // A refused one must leave no trace either: this is longer than a secret can be.
  const tooLong = planted.repeat(40)
  await putCredential(ctx, id, { kind: 'secret', value: tooLong }).catch((error: unknown) => {
    answers.push(error instanceof Error ? error.message : error)
  })
  answers.push(await requireConnection(ctx, id), await listConnections(ctx))
  const access = await requireAccess(ctx, id)
  answers.push(access)
  expect(access.credential && (await openCredential(access.credential))).toEqual({
    kind: 'secret',
    secret: planted,
  })
  // Written out to the tables' own files; the log's files hold it all the same.
  await database().execute('checkpoint')

  expect(JSON.stringify(answers)).not.toContain(planted)
  expect(logged.join('')).not.toContain(planted)
  expect(filesThatHold(visible).length).toBeGreaterThan(1)
  for (const form of formsOf(planted)) expect(filesThatHold(form), form).toEqual([])
})

/** The text as it is, and as the encodings would show it that somebody might use for a seal. */
function formsOf(text: string): string[] {
  const bytes = Buffer.from(text)
  return [text, bytes.toString('base64').replace(/.{0,3}=*$/, ''), bytes.toString('hex')]
}

function filesThatHold(text: string): string[] {
  return readdirSync(dataDir, { recursive: true })
    .map((path) => join(dataDir, String(path)))
    .filter((path) => statSync(path).isFile() && readFileSync(path).includes(text))
}
