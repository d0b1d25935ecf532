import type { Page } from '@playwright/test'
import { html, sendCanned } from '@/faults/world/answers'
import { serveHttps } from '@/faults/world/serve'
import { homeTenant } from '@/lib/sandbox/entra/tenants'
import { practiceEnvironmentUrl } from '@/lib/steps/cloud'
import { test } from '../broken-worlds'
import { expect } from '../fixtures'
import { startServer } from '../server'

const markup =
  '<img src=x onerror="document.title=\'pwned\'"><script>document.title="pwned"</script>'

async function connect(page: Page, environmentUrl: string, name: string): Promise<string> {
  const data = { environmentUrl, name, cloud: 'practice', tenantId: homeTenant.tenantId }
  const { id } = await (await page.request.post('/api/connections', { data })).json()
  await page.goto(`/connections/${id}`)
  return id
}

const verify = (page: Page) => page.getByRole('button', { name: /^Verify/ })
const underWay = (page: Page) => expect(page.getByText('Asking…')).toBeVisible()

test('two tabs that prove one connection at once both end, and both runs are kept', async ({
  page,
  context,
  apps,
}) => {
  const id = await connect(page, practiceEnvironmentUrl, 'Two tabs')
  const app = apps.get('Golf')
  const path = `/api/connections/${id}`
  await page.request.patch(path, { data: { clientId: app?.app.clientId } })
  await page.request.put(`${path}/credential`, { data: { kind: 'secret', value: app?.secret } })
  const other = await context.newPage()
  await Promise.all([page.reload(), other.goto(`/connections/${id}`)])
  await Promise.all([verify(page).click(), verify(other).click()])
  for (const tab of [page, other]) {
    await expect(tab.getByText(/^Two tabs works/).first()).toBeVisible({ timeout: 90_000 })
  }
  const { proofs } = await (await page.request.get(`${path}/proofs`)).json()
  expect(proofs.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['passed', 'passed'])
})

test('a connection that is deleted while it is proven says so, and its pages are gone', async ({
  page,
  slots,
}) => {
  const id = await connect(page, slots.take().origin, 'Short-lived')
  await verify(page).click()
  await underWay(page)
  expect((await page.request.delete(`/api/connections/${id}`)).ok()).toBe(true)
  await expect(page.getByText('deleted').first()).toBeVisible({ timeout: 90_000 })
  await page.goto(`/connections/${id}/proofs/prf_${'a'.repeat(20)}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/not/i)
  expect((await page.request.get(`/api/connections/${id}/proofs`)).status()).toBe(404)
})

test('going back in the middle of a run cancels it, and it is kept as cancelled', async ({
  page,
  slots,
}) => {
  const { origin } = slots.take()
  await page.goto('/connections')
  const id = await connect(page, origin, 'Back in the middle')
  await verify(page).click()
  await underWay(page)
  await page.goBack()
  await expect(page).toHaveURL(/\/connections$/)
  await page.goForward()
  await expect(page.getByText(/was cancelled/).first()).toBeVisible({ timeout: 30_000 })
  await expect(verify(page)).toBeEnabled()
  expect(page.url()).toContain(id)
})

test('what an upstream writes is text, however long it is and whatever it holds', async ({
  page,
  slots,
  trust,
}, testInfo) => {
  const origin = serveHttps(slots.take(), trust.leaf, (_request, response) =>
    sendCanned(response, {
      status: 200,
      type: html,
      body: `<title>${markup}</title>${markup}${'W'.repeat(10_000)}`,
      headers: { server: 'N'.repeat(6000) },
    }),
  )
  await page.setViewportSize({ width: 360, height: 800 })
  await connect(page, origin, 'H'.repeat(120))
  await verify(page).click()
  const card = page.locator('[data-diagnosis=failed]')
  await expect(card).toBeVisible({ timeout: 90_000 })
  await card.getByRole('button', { name: /^Raw evidence/ }).click()
  await page.screenshot({ path: testInfo.outputPath('hostile.png'), fullPage: true })
  await expect(card.getByText('onerror').first()).toBeVisible()
  expect(await page.title()).not.toContain('pwned')
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(wider).toBe(0)
})

test('a server that stops in the middle of a run leaves a page that says so', async ({
  browser,
  dataDir,
  slots,
}) => {
  const { origin } = slots.take()
  const env = { FIVESTEP_EGRESS_ALLOW: new URL(origin).host }
  const own = await startServer({ dataDir: `${dataDir}/stopped`, env })
  const page = await browser.newPage({ baseURL: own.address })
  const token = new URL(own.setUpLink ?? '').searchParams.get('token')
  const data = { token, name: 'Robin', email: 'r@contoso.example', password: 'a long password 1' }
  expect((await page.request.post('/api/access/set-up', { data })).status()).toBe(201)
  await connect(page, origin, 'Stopped')
  await verify(page).click()
  await underWay(page)
  await own.stop()
  await expect(page.getByText('says nothing about the connection')).toBeVisible({ timeout: 30_000 })
  await expect(verify(page)).toBeEnabled()
  await page.close()
})
