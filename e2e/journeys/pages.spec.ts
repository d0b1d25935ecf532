import { practiceEnvironmentUrl } from '@/lib/steps/cloud'
import { stepIds } from '@/lib/steps/step'
import { admin, expect, test } from '../fixtures'
import { expectSound } from '../sound'

const looks = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 360 },
] as const

test('axe finds nothing serious on any page, and none scrolls sideways', async ({
  page,
  server,
}) => {
  test.setTimeout(6 * 60_000)
  const created = await page.request.post(`${server.address}/api/connections`, {
    data: { environmentUrl: practiceEnvironmentUrl, name: 'Pages' },
  })
  const { id } = await created.json()
  const paths = [
    '/connections',
    '/connect',
    `/connections/${id}`,
    ...stepIds.map((step) => `/connections/${id}/setup/${step}`),
    `/connections/${id}/setup/test`,
    `/connections/${id}/explorer`,
    `/connections/${id}/queries`,
    `/connections/${id}/exports`,
    '/connections/con_00000000000000000000',
    '/no-such-page',
  ]
  for (const look of looks) {
    await page.emulateMedia({ colorScheme: look.colorScheme })
    await page.setViewportSize({ width: look.width, height: 800 })
    for (const path of paths) await expectSound(page, path)
  }
})

test('whoever is not signed in gets the sign-in page, signs in to where they wanted, and out again', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({
    baseURL: server.address,
    storageState: { cookies: [], origins: [] },
  })
  const page = await context.newPage()
  await page.goto('/practice')
  await page.waitForURL(/\/sign-in/)
  await page.goto('/connect')
  await page.waitForURL(/\/sign-in\?next=/)
  await expectSound(page, page.url())

  const password = page.getByRole('textbox', { name: 'Password' })
  await page.getByRole('textbox', { name: 'Email' }).fill(admin.email)
  await password.fill('not the password of anybody')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert').filter({ hasText: /./ }).first()).toBeVisible()

  await password.fill(admin.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/connect$/)

  await page.getByRole('button', { name: admin.name }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL(/\/sign-in/)
  await page.goto('/connections')
  await page.waitForURL(/\/sign-in/)
  await context.close()
})
