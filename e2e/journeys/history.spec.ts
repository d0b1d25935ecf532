import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import type { Connection } from '@/lib/contract/connection'
import { practiceEnvironmentUrl } from '@/lib/steps/cloud'
import { expect, test } from '../fixtures'
import { Portal, type RegisteredApp } from '../portal'
import { expectSound } from '../sound'

test('what broke an integration that worked is told, and the proof of it can be sent as a link', async ({
  page,
  context,
  server,
}) => {
  const portal = new Portal(await context.newPage(), server.address)
  const { id, app } = await workingConnection(page, portal, server.address)

  await page.goto(`/connections/${id}`)
  await expect(page.getByText('No run is kept yet')).toBeVisible()
  await page.getByRole('button', { name: 'Verify now' }).click()
  await expectVerdict(page, /works: an integration can sign in and read data/)

  await portal.removeFromFinops(app)
  await page.getByRole('button', { name: 'Verify again' }).click()
  await expectVerdict(page, /does not work: step 5 of 5/)
  const changed = page.getByText(
    /^Between today \d\d:\d\d UTC \(worked\) and today \d\d:\d\d UTC \(failed at step 5\)/,
  )
  await expect(changed).toContainText('What broke: Finance & Operations does not know this app')

  const marks = page.getByRole('list', { name: 'Runs, oldest first' })
  await expect(marks.getByRole('link')).toHaveCount(2)
  await page.getByRole('link', { name: 'Open this proof on its own page' }).click()
  await page.waitForURL(/\/proofs\/prf_[a-z0-9]{20}$/)
  await expect(
    page.getByRole('heading', { name: 'What changed since it last worked' }),
  ).toBeVisible()
  await expect(page.getByText('Nobody changed this connection in between.')).toBeVisible()

  const other = await context.newPage()
  await other.goto(page.url())
  await expectVerdict(other, /does not work: step 5 of 5/)
  await expect(other.getByRole('list', { name: 'Checks' }).getByText('Raw evidence')).toBeVisible()
  await other.close()

  await page.getByRole('button', { name: 'Support bundle' }).click()
  const summary = page.getByRole('region', { name: 'What the bundle says' })
  await expect(summary).toContainText('step 5 of 5')
  await expect(summary).toContainText('Ruled out')
  await expect(summary).toContainText('Version: Application 10.0.44')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download (.zip)' }).click()
  expect((await download).suggestedFilename()).toMatch(/^fivestep-contoso-uat-.*\.zip$/)
  const files = unzipSync(readFileSync(await (await download).path()))
  expect(Object.keys(files)).toEqual(['summary.md', 'bundle.json'])
  await page.keyboard.press('Escape')
  await expect(summary).toBeHidden()

  await page.getByRole('link', { name: 'Compare', exact: true }).click()
  await page.waitForURL(/\/proofs\/compare\?after=/)
  await expect(page.getByLabel('Later run')).toContainText('failed at step 5')
  await expect(changed).toBeVisible()
  const compared = page.url()
  await page.goBack()
  await page.waitForURL(/\/proofs\/prf_/)
  const proof = page.url()
  await page.goBack()
  await page.waitForURL(new RegExp(`/connections/${id}$`))
  await expect(page.getByRole('button', { name: 'Verify again' })).toBeVisible()

  for (const look of [
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 360 },
  ] as const) {
    await page.emulateMedia({ colorScheme: look.colorScheme })
    await page.setViewportSize({ width: look.width, height: 800 })
    for (const address of [`/connections/${id}`, proof, compared]) await expectSound(page, address)
  }
})

test('a run that never worked before says so, and a run that is cancelled is kept as cancelled', async ({
  page,
  context,
  server,
}) => {
  const portal = new Portal(await context.newPage(), server.address)
  await portal.setDelays({ 'New client secret': '180 seconds' })
  const { id, app } = await connectionOf(page, server.address, await portal.registerApp('Waits'))
  const { value } = await portal.addSecret(app)
  await page.request.put(`${server.address}/api/connections/${id}/credential`, {
    data: { kind: 'secret', value },
  })

  await page.goto(`/connections/${id}`)
  await page.getByRole('button', { name: 'Verify now' }).click()
  await expectVerdict(page, /does not work: step 2 of 5/)
  await expect(page.getByText('It has never worked yet')).toBeVisible()

  await page.goto(`/connections/${id}/setup/secret`)
  await page.getByRole('button', { name: 'Check again' }).click()
  await expect(page.getByText(/Waiting for the new secret/).last()).toBeVisible()
  await expect(page.getByText('If it was not, the likely cause:')).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('Cancelled', { exact: true })).toBeVisible()

  await page.goto(`/connections/${id}`)
  const list = page.getByRole('list', { name: 'Runs, newest first' })
  await expect(list.getByText(/was cancelled/)).toBeVisible()
  await portal.setDelays()
})

async function expectVerdict(page: Page, sentence: RegExp): Promise<void> {
  await expect(page.getByRole('paragraph').filter({ hasText: sentence }).first()).toBeVisible({
    timeout: 90_000,
  })
}

async function connectionOf(page: Page, address: string, app: RegisteredApp) {
  const created = await page.request.post(`${address}/api/connections`, {
    data: { environmentUrl: practiceEnvironmentUrl, name: 'History', tenantId: app.tenantId },
  })
  const { id }: Connection = await created.json()
  await page.request.patch(`${address}/api/connections/${id}`, { data: { clientId: app.clientId } })
  return { id, app }
}

/** A connection that has been set up in the portal and in Fivestep, and has never been run. */
async function workingConnection(page: Page, portal: Portal, address: string) {
  await portal.setDelays()
  const made = await connectionOf(page, address, await portal.registerApp('History'))
  const { value } = await portal.addSecret(made.app)
  await portal.addPermissionAndConsent(made.app)
  await portal.registerInFinops(made.app)
  await page.request.put(`${address}/api/connections/${made.id}/credential`, {
    data: { kind: 'secret', value },
  })
  return made
}
