import { connect } from '../connect'
import { expect, test } from '../fixtures'
import { Portal } from '../portal'
import { expectSound } from '../sound'

test('the catalog is read by itself, and an entity is found by a field whose enum is copied from', async ({
  page,
  context,
  server,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const portal = new Portal(await context.newPage(), server.address)
  const id = await connect(page, portal, 'Catalog')
  const search = page.getByRole('combobox', { name: 'Search entity sets' })

  await page.goto(`/connections/${id}/explorer`)
  await expect(page.getByText(/^\d+ sets, \d+ fields/)).toBeVisible()

  await search.fill('onetimecust')
  const option = page.getByRole('option', { name: /CustomersV3/ })
  await expect(option).toContainText('field IsOneTimeCustomer')
  await expect(option.locator('mark')).toHaveText('OneTimeCust')
  await option.click()
  await page.waitForURL(/\/explorer\/CustomersV3\?find=onetimecust/)

  await page.getByRole('tab', { name: 'Fields' }).click()
  await page.waitForURL(/tab=fields/)
  await page.getByRole('searchbox', { name: 'Search fields' }).fill('one time')
  const row = page.getByRole('row', { name: /IsOneTimeCustomer/ })
  await row.getByRole('button', { name: /NoYes/ }).click()
  const literal = "Microsoft.Dynamics.DataEntities.NoYes'Yes'"
  await page.getByRole('button', { name: `Copy ${literal}` }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(literal)
  await expectSound(page, page.url())

  await expect(page.getByRole('tab', { name: 'Fields' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('table', { name: 'Fields of CustomersV3' })).toBeVisible()
})
