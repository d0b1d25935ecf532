import { practiceEnvironmentUrl } from '@/lib/steps/cloud'
import { expect, test } from '../fixtures'
import { expectNothingSerious } from '../sound'

const password = 'another long password'

test('an admin invites a viewer, who sees and changes nothing more than a viewer may', async ({
  page,
  browser,
  server,
}) => {
  const created = await page.request.post('/api/connections', {
    data: { environmentUrl: practiceEnvironmentUrl, name: 'People' },
  })
  const { id } = await created.json()

  await page.goto('/settings/members')
  await page.getByRole('button', { name: 'Invite' }).click()
  await page.getByRole('textbox', { name: 'For whom' }).fill('Vera Viewer')
  await page.getByRole('button', { name: 'Make the link' }).click()
  const link = page.getByText(/\/join\?token=/)
  const address = (await link.textContent()) ?? ''
  await expectNothingSerious(page)

  const context = await browser.newContext({
    baseURL: server.address,
    storageState: { cookies: [], origins: [] },
  })
  const viewer = await context.newPage()
  await viewer.goto(address)
  await viewer.getByRole('textbox', { name: 'Email' }).fill('vera@contoso.example')
  await viewer.getByRole('textbox', { name: 'Password' }).fill(password)
  await viewer.getByRole('button', { name: 'Join and sign in' }).click()
  await viewer.waitForURL(/\/connections$/)
  await expect(viewer.getByText('People').first()).toBeVisible()
  expect((await viewer.request.delete(`/api/connections/${id}`)).status()).toBe(403)
  expect((await viewer.goto('/settings/members'))?.status()).toBe(404)
  await viewer.goto('/settings')
  await expect(viewer.getByRole('heading', { name: 'Where you are signed in' })).toBeVisible()

  await page.goto('/settings/members')
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Vera Viewer' })
    .getByRole('button', { name: 'Remove' })
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Vera Viewer' })).toHaveCount(0)
  expect((await viewer.request.get('/api/connections')).status()).toBe(401)
  await context.close()

  await page.goto('/settings/audit')
  await expect(page.getByText('access.try').first()).toBeVisible()
  await page.getByRole('button', { name: 'Verify the chain' }).click()
  await expect(page.getByText(/entries are whole/)).toBeVisible()
  await expectNothingSerious(page)
})

test('a token works from outside a browser until it is revoked, and is shown once', async ({
  page,
  playwright,
  server,
}) => {
  await page.goto('/settings/tokens')
  await page.getByRole('button', { name: 'Make a token' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('nightly')
  await expectNothingSerious(page)
  await page.getByRole('button', { name: 'Make the token' }).click()
  const secret = (await page.getByText(/^fvs_/).textContent()) ?? ''
  const program = await playwright.request.newContext({
    baseURL: server.address,
    storageState: { cookies: [], origins: [] },
    extraHTTPHeaders: { authorization: `Bearer ${secret}` },
  })
  expect((await program.get('/api/connections')).status()).toBe(200)
  expect((await program.get('/api/members')).status()).toBe(403)

  await page.reload()
  await expect(page.getByText(/last used/)).toBeVisible()
  await expect(page.getByText(secret)).toHaveCount(0)
  await page.getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText('revoked')).toBeVisible()
  expect((await program.get('/api/connections')).status()).toBe(401)
  await program.dispose()
})
