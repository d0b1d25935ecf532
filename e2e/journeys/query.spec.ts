import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { connect } from '../connect'
import { expect, test } from '../fixtures'
import { Portal } from '../portal'

const blocked = 'Microsoft.Dynamics.DataEntities.CustVendorBlocked'

/** The first read mints a token and opens a connection, which a busy machine takes its time for. */
const slowMs = 60_000

/** A connection whose catalog has been read, opened at CustomersV3. */
async function openCustomers(page: Page, portal: Portal, name: string): Promise<string> {
  const id = await connect(page, portal, name)
  await expect(await page.request.post(`/api/connections/${id}/catalog`)).toBeOK()
  await page.goto(`/connections/${id}/explorer/CustomersV3`)
  // The builder comes with the catalog, and what is typed before the page runs is lost.
  const builder = page.getByRole('button', { name: 'Condition', exact: true })
  await expect(builder).toBeVisible({ timeout: slowMs })
  return id
}

test('a filter is built without OData, read across companies, shared by link and undone by going back', async ({
  page,
  context,
  server,
}) => {
  test.setTimeout(3 * 60_000)
  const portal = new Portal(await context.newPage(), server.address)
  await openCustomers(page, portal, 'Query builder')
  const text = page.getByRole('textbox', { name: 'URL options' })
  const rows = page.getByRole('grid').getByRole('row')
  const first = page.getByRole('group', { name: 'Condition 1' })
  const second = page.getByRole('group', { name: 'Condition 2' })

  await test.step('an enum and a date', async () => {
    await page.getByRole('button', { name: 'Condition', exact: true }).click()
    await pick(first.getByRole('combobox', { name: 'Field' }), 'hold stat', 'OnHoldStatus')
    await first.getByRole('combobox', { name: 'Comparison' }).selectOption('is not')
    await first.getByRole('combobox', { name: 'Value' }).selectOption('Never')
    await expect(text).toHaveValue(`$top=50&$filter=OnHoldStatus ne ${blocked}'Never'`)

    await page.getByRole('button', { name: 'Condition', exact: true }).click()
    await pick(
      second.getByRole('combobox', { name: 'Field' }),
      'customer since',
      'CredManCustomerSince',
    )
    await second.getByRole('combobox', { name: 'Comparison' }).selectOption('is on or before')
    await second.getByLabel('Value').fill('2020-01-31T00:00')
    await expect(text).toHaveValue(/ and CredManCustomerSince le 2020-01-31T00:00:00Z$/)
  })

  await test.step('every company', async () => {
    await page.getByRole('tab', { name: 'Rows and companies' }).click()
    await page.getByRole('checkbox', { name: 'Rows of every company' }).check()
    await expect(text).toHaveValue(/&cross-company=true$/)
    await page.getByRole('button', { name: 'Run' }).click()
    await expect.poll(() => rows.count()).toBeGreaterThan(1)
    await expectSound(page)
  })

  await test.step('the builder follows the text', async () => {
    const written = await text.inputValue()
    await text.fill(`${written.replace("'Never'", "'Invoice'")}&$select=CustomerAccount`)
    await page.getByRole('tab', { name: 'Filter' }).click()
    await expect(first.getByRole('combobox', { name: 'Value' })).toHaveValue('Invoice')
    await page.getByRole('tab', { name: 'Columns' }).click()
    await expect(page.getByRole('checkbox', { name: 'CustomerAccount' })).toBeChecked()
  })

  await test.step('a link reproduces it, and going back undoes a step', async () => {
    await page.getByRole('checkbox', { name: 'dataAreaId' }).check()
    const written = /&\$select=CustomerAccount,dataAreaId$/
    await expect(text).toHaveValue(written)
    const other = await context.newPage()
    await other.goto(page.url())
    await expect(other.getByRole('textbox', { name: 'URL options' })).toHaveValue(written)
    await other.close()
    await page.goBack()
    await expect(text).toHaveValue(/&\$select=CustomerAccount$/)
    await expect(page.getByRole('checkbox', { name: 'dataAreaId' })).not.toBeChecked()
  })
})

test('what is wrong is underlined with the nearest name before anything is sent', async ({
  page,
  context,
  server,
}) => {
  test.setTimeout(3 * 60_000)
  const portal = new Portal(await context.newPage(), server.address)
  await openCustomers(page, portal, 'Query problems')
  const text = page.getByRole('textbox', { name: 'URL options' })
  const underlined = page.locator('[data-problem]')

  await text.fill("$top=5&$filter=CustomerAcount eq 'US-001' and contains(OrganizationName,'a')")
  await expect(underlined).toHaveText(['CustomerAcount', "contains(OrganizationName,'a')"])
  await page.getByRole('button', { name: 'Write CustomerAccount' }).click()
  await page.getByRole('button', { name: "Write OrganizationName eq '*a*'" }).click()
  await expect(underlined).toHaveCount(0)
  await expect(text).toHaveValue(
    "$top=5&$filter=CustomerAccount eq 'US-001' and OrganizationName eq '*a*'",
  )
})

test('pages are followed one by one and all at once, and a read tells where its time went', async ({
  page,
  context,
  server,
}) => {
  test.setTimeout(3 * 60_000)
  const portal = new Portal(await context.newPage(), server.address)
  const id = await connect(page, portal, 'Query pages')
  // F&O's pages are larger than the practice tenant's tables; it makes them smaller when asked to.
  await page.route('**/odata/**', (route) =>
    route.continue({ headers: { ...route.request().headers(), prefer: 'odata.maxpagesize=100' } }),
  )
  const options = encodeURIComponent('$select=dataAreaId,CustomerAccount&$count=true')
  await page.goto(`/connections/${id}/explorer/CustomersV3?options=${options}&builder=folded`)
  await expect(page.getByText(/^100 rows of \d+/)).toBeVisible({ timeout: slowMs })

  await page.getByRole('button', { name: 'Timing' }).click()
  const times = page.getByRole('dialog', { name: 'Where the time went' })
  await expect(times.getByText('First byte')).toBeVisible()
  await expect(times.getByText('ms-dyn-aid', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(page.getByText(/a later page$/)).toBeVisible()
  await page.goBack()
  await page.getByRole('button', { name: 'All pages' }).click()
  await expect(page.getByText(/^(\d+) rows of \1 .*[23] pages$/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Next page' })).toHaveCount(0)
})

test('the keyboard alone completes, repairs and sends a query', async ({
  page,
  context,
  server,
}) => {
  test.setTimeout(3 * 60_000)
  const portal = new Portal(await context.newPage(), server.address)
  await openCustomers(page, portal, 'Query keyboard')
  const text = page.getByRole('textbox', { name: 'URL options' })
  const offered = page.getByRole('listbox', { name: 'What may be written here' })

  await text.fill('')
  await text.pressSequentially('$fi')
  const accept = async (option: string | RegExp) => {
    await expect(offered.getByRole('option', { name: option }).first()).toBeVisible()
    await text.press('ArrowDown')
    await text.press('Enter')
  }
  await accept(/^\$filter=/)
  await text.pressSequentially('onhold')
  await accept(/^OnHoldStatus/)
  await text.pressSequentially(' eq ')
  await accept(/^No/)
  await expect(text).toHaveValue(`$filter=OnHoldStatus eq ${blocked}'No'`)
  await text.pressSequentially('&$top=3')
  await text.press('Enter')
  await expect(page.getByText(/^3 rows/)).toBeVisible()
})

async function pick(field: Locator, typed: string, name: string | RegExp): Promise<void> {
  await field.click()
  const page = field.page()
  await page.getByRole('combobox', { name: 'Search: Field' }).fill(typed)
  await page.getByRole('option', { name }).first().click()
}

async function expectSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`),
  ).toEqual([])
}
