import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { type FivestepServer, startServer } from './server'

export const admin = {
  name: 'Robin Admin',
  email: 'robin@contoso.example',
  password: 'a long enough password',
} as const

type WorkerFixtures = {
  /** One server and one admin for all journeys of this worker. */
  server: FivestepServer
  /** Cookies of the signed-in admin. */
  storageState: Awaited<ReturnType<Page['context']>['storageState']>
}

/** Journeys start signed in, on a server with the practice tenant and nothing else in it. */
export const test = base.extend<{ signedIn: undefined }, WorkerFixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from this pattern.
    async ({}, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'fivestep-e2e-'))
      const server = await startServer({ dataDir })
      await use(server)
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => use(server.address),
})

/** Makes the first admin over the API with the set-up link that the server printed. */
export async function makeAdmin(page: Page, server: FivestepServer): Promise<void> {
  const token = new URL(server.setUpLink ?? '').searchParams.get('token')
  const answer = await page.request.post(`${server.address}/api/access/set-up`, {
    data: { token, ...admin },
  })
  expect(answer.status()).toBe(201)
}

export { expect }
