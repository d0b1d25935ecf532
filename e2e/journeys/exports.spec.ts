import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { tableFromIPC } from 'apache-arrow'
import { parse as parseCsv } from 'csv-parse/sync'
import { readParquet } from 'parquet-wasm/node'
import readSheets from 'read-excel-file/node'
import { connect } from '../connect'
import { test } from '../fixtures'
import { Portal } from '../portal'

/** Asks for an export in the dialog and hands back the bytes of its file. */
async function exportAs(page: Page, format: string): Promise<Buffer> {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/^[\d,]+ rows$/).first()).toBeVisible()
  await dialog.getByRole('radio', { name: format }).check()
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  const link = dialog.getByRole('link', { name: 'Download' })
  await expect(link).toBeVisible({ timeout: 30_000 })
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  return await readFile(await download.path())
}

test('a query is saved with a blank, run again with a value, and exported to files that others read', async ({
  page,
  context,
  server,
}) => {
  test.setTimeout(120_000)
  const portal = new Portal(await context.newPage(), server.address)
  const id = await connect(page, portal, 'Files')
  const source = await page.request.get(
    `/api/connections/${id}/odata/CustomersV3?cross-company=true&$filter=dataAreaId eq 'usmf'`,
  )
  const { value } = (await source.json()) as { value: Record<string, unknown>[] }
  const accounts = value.map((row) => row.CustomerAccount)
  expect(accounts.length).toBeGreaterThan(50)

  const options = "cross-company=true&$top=5&$filter=dataAreaId eq 'dat'"
  await page.goto(`/connections/${id}/explorer/CustomersV3?options=${encodeURIComponent(options)}`)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const save = page.getByRole('dialog')
  await save.getByRole('textbox', { name: 'Name' }).fill('Customers of a company')
  await save.getByRole('button', { name: /dataAreaId/ }).click()
  await expect(save.getByRole('textbox', { name: /Query of/ })).toHaveValue(/\{\{company\}\}/)
  await save.getByRole('button', { name: 'Save' }).click()
  await expect(save).toBeHidden()

  await page.getByRole('link', { name: 'Queries' }).click()
  await page.getByRole('searchbox', { name: 'Search queries' }).fill('company robin')
  await page.getByRole('button', { name: /^Run Customers of a company/ }).click()
  await page.getByRole('textbox', { name: 'company' }).fill('usmf')
  await page.getByRole('dialog').getByRole('button', { name: 'Run' }).click()
  await page.waitForURL(/\/explorer\/CustomersV3/)
  await expect(page.getByText(/^5 rows/)).toBeVisible()

  const [sheet] = await readSheets(await exportAs(page, 'Excel'))
  const [header = [], ...sheetRows] = sheet?.data ?? []
  const at = header.indexOf('CustomerAccount')
  expect(sheetRows.map((row) => row[at])).toEqual(accounts)

  const parquet = readParquet(await exportAs(page, 'Parquet'))
  const table = tableFromIPC(parquet.intoIPCStream())
  expect([...(table.getChild('CustomerAccount') ?? [])]).toEqual(accounts)

  const csv = (await exportAs(page, 'CSV')).toString('utf8')
  const records = parseCsv(csv, { bom: true, columns: true }) as Record<string, string>[]
  expect(records.map((row) => row.CustomerAccount)).toEqual(accounts)

  await page.getByRole('link', { name: /^Exports/ }).click()
  await expect(page.getByRole('link', { name: /^Download/ })).toHaveCount(3)
})

test('a deleted query comes back, one of a removed entity says so, and what was run is found', async ({
  page,
  context,
  server,
}) => {
  const portal = new Portal(await context.newPage(), server.address)
  const id = await connect(page, portal, 'Queries')
  const data = { name: 'Old orders', entitySet: 'NoSuchOrders', options: '$top=1' }
  expect((await page.request.post(`/api/connections/${id}/queries`, { data })).status()).toBe(201)

  await page.goto(`/connections/${id}/explorer/CustomerGroups?options=%24top%3D2`)
  await expect(page.getByText(/^2 rows/)).toBeVisible()
  await page.goto(`/connections/${id}/queries`)
  await expect(page.getByText('NoSuchOrders is gone')).toBeVisible()
  await page.getByRole('button', { name: 'Delete Old orders' }).click()
  await expect(page.getByRole('heading', { name: 'Nothing has been saved yet' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { name: /Old orders/ })).toBeVisible()

  await page.getByRole('tab', { name: 'History' }).click()
  await page.getByRole('link', { name: 'CustomerGroups $top=2' }).click()
  await expect(page.getByText(/^2 rows/)).toBeVisible()
})
