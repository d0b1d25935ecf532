import { expect, test } from '../fixtures'
import type { Portal, RegisteredApp } from '../portal'
import { twoTabs } from '../two-tabs'
import type { Wizard } from '../wizard'

const unknownTenant = '11111111-2222-4333-8444-555555555555'

test('a wrong secret is step 2, and says how to make another', async ({
  page,
  context,
  server,
}) => {
  const { wizard, portal } = await twoTabs(page, context, server.address)
  const app = await toStepTwo(wizard, portal)
  await portal.addSecret(app)
  await wizard.saveSecret('wrong~8Q.this-is-nobodys-secret-value-0000')
  await wizard.waitOut()
  await wizard.expectBroken(2, 'AADSTS7000215')
})

test('the id of the secret in place of its value is caught as it is typed, and by the check', async ({
  page,
  context,
  server,
}) => {
  const { wizard, portal } = await twoTabs(page, context, server.address)
  const app = await toStepTwo(wizard, portal)
  const { secretId } = await portal.addSecret(app)
  await page.getByRole('textbox', { name: 'Value of the secret' }).fill(secretId)
  await expect(page.getByText(/Secret ID/).first()).toBeVisible()
  await wizard.saveSecret(secretId)
  await wizard.waitOut()
  await wizard.expectBroken(2)
})

test('an unknown tenant is step 4', async ({ page, context, server }) => {
  const { wizard, portal } = await twoTabs(page, context, server.address)
  await portal.setDelays()
  await wizard.practiseFirst()
  const app = await portal.registerApp('Unknown tenant')
  await wizard.saveIds({ ...app, tenantId: unknownTenant })
  await wizard.expectBroken(4, 'AADSTS90002')
})

test('consent that is missing is a warning of step 3, and F&O decides', async ({
  page,
  context,
  server,
}) => {
  const { wizard, portal } = await twoTabs(page, context, server.address)
  const app = await toStepTwo(wizard, portal)
  await wizard.saveSecret((await portal.addSecret(app)).value)
  await wizard.expectDone(2)
  await wizard.continueTo('permissions')
  await wizard.check()
  await expect(page.getByText(/Step 3/).first()).toBeVisible()
  await expect(page.getByText(/consent/i).first()).toBeVisible()
  await wizard.expectDone(3)
})

test('an app that is not registered in F&O is step 5, and the secret is not blamed', async ({
  page,
  context,
  server,
}) => {
  const { wizard, portal } = await twoTabs(page, context, server.address)
  const app = await toStepTwo(wizard, portal)
  await wizard.saveSecret((await portal.addSecret(app)).value)
  await wizard.expectDone(2)
  await page.goto(page.url().replace(/\/setup\/.*/, '/setup/trust'))
  await wizard.check()
  await wizard.waitOut()
  await wizard.expectBroken(5, '401')
  await expect(page.getByRole('heading', { name: /secret/i })).toHaveCount(0)

  await portal.registerInFinops(app)
  await wizard.check()
  await wizard.expectDone(5)
})

async function toStepTwo(wizard: Wizard, portal: Portal): Promise<RegisteredApp> {
  await portal.setDelays()
  await wizard.practiseFirst()
  const app = await portal.registerApp('Failures')
  await wizard.saveIds(app)
  await wizard.expectDone(1)
  await wizard.continueTo('secret')
  return app
}
