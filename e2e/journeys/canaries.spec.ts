import { connect } from '../connect'
import { expect, test } from '../fixtures'
import { Portal } from '../portal'
import { expectSound } from '../sound'

test('a canary proves a connection, and the wall shows by itself what it found', async ({
  page,
  context,
  server,
}) => {
  const portal = new Portal(await context.newPage(), server.address)
  const id = await connect(page, portal, 'Heron')
  const owner = { owner: 'Integration team' }
  await expect(await page.request.patch(`/api/connections/${id}`, { data: owner })).toBeOK()

  await page.goto(`/connections/${id}`)
  await page.getByRole('button', { name: 'Set a canary' }).click()
  const dialog = page.getByRole('dialog', { name: 'Canary' })
  await dialog.getByLabel('Entity set').fill('CustomersV3')
  await dialog.getByLabel('Company').fill('usmf')
  await dialog.getByLabel('Filter').fill('CustomerAccount eq')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('The filter cannot be read')).toBeVisible()
  await dialog.getByLabel('Filter').fill("CustomerAccount ne ''")
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(/Reads CustomersV3 of usmf every 5 minutes/)).toBeVisible()

  const wall = await context.newPage()
  await wall.goto('/dashboard?q=Heron')
  const row = wall.getByRole('listitem').filter({ hasText: 'Heron' })
  await expect(row).toContainText('Integration team')
  await expect(row).toContainText('waits for its first run')

  await page.getByRole('button', { name: 'Run now' }).click()
  await expect(page.getByText(/\d+ rows in \d+/)).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('list', { name: 'The last 1 runs, 1 of them passed' })).toBeVisible()
  // Nobody touches the wall.
  await expect(row).toContainText('Passed', { timeout: 20_000 })

  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByText('Paused', { exact: true })).toBeVisible()

  for (const look of [
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 360 },
  ] as const) {
    await wall.emulateMedia({ colorScheme: look.colorScheme })
    await wall.setViewportSize({ width: look.width, height: 800 })
    await expectSound(wall, '/dashboard')
    await expectSound(wall, '/dashboard/kiosk')
  }
  await wall.close()
})
