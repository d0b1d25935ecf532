import { expect, test } from '../fixtures'
import { twoTabs } from '../two-tabs'

test('a new user walks the five steps with the portal in a second tab, to rows of data', async ({
  page,
  context,
  server,
}) => {
  const { wizard, portal } = await twoTabs(page, context, server.address)
  await portal.setDelays()
  await wizard.practiseFirst()

  const app = await portal.registerApp('Journey')
  await wizard.saveIds(app)
  await wizard.expectDone(1)

  await wizard.continueTo('secret')
  const { value } = await portal.addSecret(app)
  await wizard.saveSecret(value)
  await wizard.expectDone(2)
  await expect(page.getByText(value)).toHaveCount(0)

  await wizard.continueTo('permissions')
  await portal.addPermissionAndConsent(app)
  await wizard.check()
  await wizard.expectDone(3)

  await wizard.continueTo('credentials')
  await wizard.check()
  await wizard.expectDone(4)

  await wizard.continueTo('trust')
  await portal.registerInFinops(app)
  await wizard.check()
  await wizard.expectDone(5)

  await wizard.continueTo('test')
  await expect(page.getByRole('heading', { name: 'Putting it to the test' })).toBeVisible()
  await expect(page.getByText('Connector.FullAccess').first()).toBeVisible()
  const rows = page.getByRole('table').getByRole('row')
  await expect.poll(() => rows.count()).toBeGreaterThan(3)
  await expect(page.getByText(/curl /).first()).toBeVisible()
  await page.getByRole('link', { name: 'Finish' }).click()
  await page.waitForURL(/\/connections\/con_[a-z0-9]{20}$/)
})

test('a new secret that does not work yet is waited for, visibly, and goes green by itself', async ({
  page,
  context,
  server,
}) => {
  const { wizard, portal } = await twoTabs(page, context, server.address)
  await portal.setDelays({ 'New client secret': '15 seconds' })
  await wizard.practiseFirst()
  const app = await portal.registerApp('Waiting')
  await wizard.saveIds(app)
  await wizard.expectDone(1)
  await wizard.continueTo('secret')
  const { value } = await portal.addSecret(app)
  await wizard.saveSecret(value)
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible()
  await wizard.expectDone(2)
})

test('coming back days later continues where it was left', async ({
  page,
  context,
  server,
  browser,
}) => {
  const { wizard, portal } = await twoTabs(page, context, server.address)
  await portal.setDelays()
  await wizard.practiseFirst()
  const app = await portal.registerApp('Later')
  await wizard.saveIds(app)
  await wizard.expectDone(1)
  const address = page.url()

  const later = await browser.newContext({
    storageState: await context.storageState(),
    baseURL: server.address,
  })
  const back = await later.newPage()
  await back.goto(address)
  await expect(back.getByRole('textbox', { name: 'Application (client) ID' })).toHaveValue(
    app.clientId,
  )
  await back.goto('/connections')
  await expect(back.getByRole('link', { name: /step 2/i }).first()).toBeVisible()
  await later.close()
})
