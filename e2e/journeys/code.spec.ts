import { readFile } from 'node:fs/promises'
import { connect } from '../connect'
import { expect, test } from '../fixtures'
import { Portal } from '../portal'
import { expectNothingSerious, expectSound } from '../sound'

test('a query is taken along as a program that does not hold the secret', async ({
  page,
  context,
  server,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const portal = new Portal(await context.newPage(), server.address)
  const id = await connect(page, portal, 'Coder')
  const options = encodeURIComponent("cross-company=true&$filter=CustomerGroupId eq '30'")
  await page.goto(`/connections/${id}/explorer/CustomersV3?options=${options}&tab=code`)
  await page.getByRole('tab', { name: 'Python' }).click()
  await page.waitForURL(/language=python/)
  const code = page.getByRole('region', { name: 'Python code' })
  await expect(code).toContainText(`("$filter", "CustomerGroupId eq '30'"),`)
  await expect(page.getByText('FINOPS_CLIENT_SECRET').first()).toBeVisible()

  await page.getByRole('button', { name: 'Copy the Python code' }).click()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(await code.locator('pre').textContent())
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toBe('read_CustomersV3.py')
  expect(await readFile(await saved.path(), 'utf8')).toBe(copied)

  await page.reload()
  await expect(code).toContainText('CustomersV3')
  await expectSound(page, page.url())
})

test('entity sets are gathered in a basket and taken along as OpenAPI and as types', async ({
  page,
  context,
  server,
}) => {
  const portal = new Portal(await context.newPage(), server.address)
  const id = await connect(page, portal, 'Basket')
  await page.goto(`/connections/${id}/explorer`)
  await expect(page.getByText(/^\d+ sets, \d+ fields/)).toBeVisible()
  for (const name of ['SalesOrderLines', 'CustomersV3']) {
    await page.goto(`/connections/${id}/explorer/${name}?tab=fields`)
    await page.getByRole('button', { name: 'Add to basket' }).click()
    await expect(page.getByRole('button', { name: 'In the basket' })).toBeVisible()
  }
  await page.getByRole('button', { name: 'Basket, 2 entity sets' }).click()
  const dialog = page.getByRole('dialog', { name: 'Basket' })
  await expect(dialog.getByRole('listitem')).toHaveText(['SalesOrderLines', 'CustomersV3'])
  await expectNothingSerious(page)

  const save = async (button: string) => {
    const saving = page.waitForEvent('download')
    await dialog.getByRole('button', { name: button }).click()
    return readFile(await (await saving).path(), 'utf8')
  }
  const document = JSON.parse(await save('OpenAPI 3.1'))
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.components.schemas)).toContain('CustomersV3')
  expect(await save('TypeScript types')).toContain('export interface SalesOrderLines {')

  await dialog.getByRole('button', { name: 'Take SalesOrderLines out' }).click()
  await expect(dialog.getByRole('listitem')).toHaveText(['CustomersV3'])
})
