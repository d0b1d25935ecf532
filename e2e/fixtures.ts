import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, test as base, expect } from '@playwright/test'
import { type FivestepServer, startServer } from './server'

export const admin = {
  name: 'Robin Admin',
  email: 'robin@contoso.example',
  password: 'a long enough password',
} as const

type WorkerFixtures = {
  /** One server and one admin for all journeys of this worker. */
  server: FivestepServer
  /** Session of the admin, as the browser keeps it. */
  adminState: Awaited<ReturnType<BrowserContext['storageState']>>
}

/** Journeys start signed in, on a server that they share. */
export const test = base.extend<object, WorkerFixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from this pattern.
    async ({}, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'fivestep-e2e-'))
      const server = await startServer({ dataDir })
      await use(server)
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  adminState: [
    async ({ browser, server }, use) => {
      const context = await browser.newContext()
      const token = new URL(server.setUpLink ?? '').searchParams.get('token')
      const answer = await context.request.post(`${server.address}/api/access/set-up`, {
        data: { token, ...admin },
      })
      expect(answer.status()).toBe(201)
      await use(await context.storageState())
      await context.close()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => use(server.address),
  storageState: async ({ adminState }, use) => use(adminState),
})

export { expect }
