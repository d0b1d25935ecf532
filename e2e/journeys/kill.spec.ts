import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Connection } from '@/lib/contract/connection'
import type { ProofEvent } from '@/lib/contract/proof'
import { ApiClient } from '../api'
import { freePort } from '../free-port'
import { type FivestepServer, startServer } from '../server'

const rounds = 20
const clientId = '4f0c2b1a-9d8e-4c7b-a6f5-0e1d2c3b4a59'

/** What the server said yes to; everything of it must be there after the kill. */
type Acknowledged = { name: string; credentialId: string | undefined; connections: Set<string> }

test('kill -9 in the middle of writes, twenty times, loses nothing that was acknowledged', async () => {
  test.setTimeout(15 * 60_000)
  const dataDir = mkdtempSync(join(tmpdir(), 'fivestep-kill-'))
  const port = await freePort()
  let server = await startServer({ dataDir, port })
  const api = await ApiClient.firstAdmin(server)
  const { id } = await api.json<Connection>('POST', '/api/connections', {
    environmentUrl: 'https://contoso-uat.practice.localhost',
    tenantId: 'b7d1f0a2-5c3e-4f6a-9b8d-2e4c6a8f0b12',
  })
  await api.json('PATCH', `/api/connections/${id}`, { clientId })
  const known: Acknowledged = { name: '', credentialId: undefined, connections: new Set([id]) }

  for (let round = 0; round < rounds; round += 1) {
    await writeUntilKilled(api, server, { id, round, known })
    server = await startServer({ dataDir, port })
    await expectKept(api, id, known)
  }

  // The vault still opens what it sealed: Entra is asked with the secret and refuses the app.
  const events = await api.lines<ProofEvent>('POST', `/api/connections/${id}/proof?until=secret`)
  expect(events.at(-1)).toMatchObject({ type: 'finished', proof: { verdict: 'failed' } })
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function writeUntilKilled(
  api: ApiClient,
  server: FivestepServer,
  { id, round, known }: { id: string; round: number; known: Acknowledged },
): Promise<void> {
  let alive = true
  const repeat = async (write: (count: number) => Promise<void>) => {
    for (let count = 0; alive; count += 1) {
      // A call that the kill cut off was not acknowledged, so nothing is expected of it.
      await write(count).catch(() => undefined)
    }
  }
  const writers = [
    repeat(async (count) => {
      const name = `Round ${round} write ${count}`
      await api.json('PATCH', `/api/connections/${id}`, { name })
      known.name = name
    }),
    repeat(async (count) => {
      const value = `${round}-${count}-a.secret~value-of-some-length`
      const answer = await api.json<Connection>('PUT', `/api/connections/${id}/credential`, {
        kind: 'secret',
        value,
        expiresOn: '2027-05-01',
      })
      known.credentialId = answer.credential?.id
    }),
    repeat(async (count) => {
      const created = await api.json<Connection>('POST', '/api/connections', {
        environmentUrl: 'https://contoso-prod.practice.localhost',
        name: `Round ${round} connection ${count}`,
      })
      known.connections.add(created.id)
    }),
  ]
  await new Promise((resolve) => setTimeout(resolve, 400 + 37 * round))
  killHard(server)
  alive = false
  await Promise.all(writers)
  await server.stop('SIGKILL')
}

/** Kills the server itself and not only the script that started it. */
function killHard(server: FivestepServer): void {
  const starter = server.process.pid
  if (starter === undefined) throw new Error('the server has no process')
  const children = readFileSync(`/proc/${starter}/task/${starter}/children`, 'utf8')
  for (const child of children.trim().split(/\s+/)) process.kill(Number(child), 'SIGKILL')
}

async function expectKept(api: ApiClient, id: string, known: Acknowledged): Promise<void> {
  const { connections } = await api.json<{ connections: Connection[] }>('GET', '/api/connections')
  const stored = new Map(connections.map((connection) => [connection.id, connection]))
  for (const created of known.connections) expect(stored.has(created)).toBe(true)
  const connection = stored.get(id)
  // A write whose answer the kill swallowed may have been stored after the last acknowledged one.
  expect(order(connection?.name)).toBeGreaterThanOrEqual(order(known.name))
  expect(connection?.clientId).toBe(clientId)
  if (known.credentialId) expect(connection?.credential).not.toBeNull()
}

function order(name = ''): number {
  const [, round = '0', write = '0'] = /^Round (\d+) write (\d+)$/.exec(name) ?? []
  return Number(round) * 100_000 + Number(write)
}
