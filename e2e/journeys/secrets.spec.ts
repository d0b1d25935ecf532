import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Connection } from '@/lib/contract/connection'
import { ApiClient } from '../api'
import { startServer } from '../server'

const planted = 'pL4nt3d~8Q.secret-value-that-must-stay-inside'
const spellings = [
  planted,
  encodeURIComponent(planted),
  Buffer.from(planted).toString('base64').replaceAll('=', ''),
  Buffer.from(planted).toString('hex'),
]

test('no answer, page, log line or file of the data dir ever holds a saved secret', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'fivestep-secret-'))
  const server = await startServer({ dataDir, env: { FIVESTEP_LOG_LEVEL: 'trace' } })
  const api = await ApiClient.firstAdmin(server)
  const { id } = await api.json<Connection>('POST', '/api/connections', {
    environmentUrl: 'https://contoso-uat.practice.localhost',
    tenantId: 'b7d1f0a2-5c3e-4f6a-9b8d-2e4c6a8f0b12',
  })
  const one = `/api/connections/${id}`
  const answers: [string, string, unknown?][] = [
    ['PATCH', one, { clientId: '4f0c2b1a-9d8e-4c7b-a6f5-0e1d2c3b4a59' }],
    ['PUT', `${one}/credential`, { kind: 'secret', value: planted, expiresOn: '2027-05-01' }],
    // Refused inputs are where a secret is most easily repeated.
    ['PUT', `${one}/credential`, { kind: 'secret', value: planted, expiresOn: planted }],
    ['PUT', `${one}/credential`, { kind: planted, value: planted }],
    ['PATCH', one, { clientId: planted }],
    ['GET', '/api/connections'],
    ['GET', one],
    ['POST', `${one}/proof?until=trust`],
    ['GET', `${one}/proof`],
    ['GET', `${one}/token`],
    ['GET', `${one}/entity-sets`],
    ['GET', `${one}/odata/CustomersV3?$top=1`],
    ['GET', `${one}/credential/reminder`],
    ['GET', '/connections'],
    ['GET', `/connections/${id}`],
    ['GET', `/connections/${id}/setup/secret`],
    ['GET', `/connections/${id}/setup/credentials`],
    ['GET', '/api/health'],
  ]
  for (const [method, path, body] of answers) {
    const answer = await api.send(method, path, body)
    const text = `${JSON.stringify([...answer.headers])}\n${await answer.text()}`
    for (const spelling of spellings) {
      expect(text, `${method} ${path}`).not.toContain(spelling)
    }
  }
  await server.stop()

  for (const spelling of spellings) expect(server.output()).not.toContain(spelling)
  const files = filesBelow(dataDir)
  expect(files.length).toBeGreaterThan(100)
  for (const file of files) {
    const content = readFileSync(file)
    for (const spelling of spellings) {
      expect(content.includes(spelling), `${file} holds the secret`).toBe(false)
    }
  }
  rmSync(dataDir, { recursive: true, force: true })
})

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}
