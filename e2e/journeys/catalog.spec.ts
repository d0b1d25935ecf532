import { connect } from '../connect'
import { expect, test } from '../fixtures'
import { Portal } from '../portal'
import { expectNothingSerious, expectSound } from '../sound'

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

test('an entity is found by the label of its field, in the language that one chooses', async ({
  page,
  context,
  server,
}) => {
  const portal = new Portal(await context.newPage(), server.address)
  const id = await connect(page, portal, 'Labels')
  await page.goto(`/connections/${id}/explorer`)
  await expect(page.getByText(/^\d+ sets, \d+ fields/)).toBeVisible()
  await page.getByRole('combobox', { name: 'Labels' }).selectOption('de')
  await expect(page.getByText('Reading labels')).toBeHidden()

  await page.getByRole('combobox', { name: 'Search entity sets' }).fill('einmaliger')
  const option = page.getByRole('option', { name: /^CustomersV3/ })
  await expect(option).toContainText('field IsOneTimeCustomer: Einmaliger Debitor')
  await page.getByRole('combobox', { name: 'Category' }).selectOption('Master')
  await option.click()
  await page.waitForURL(/\/explorer\/CustomersV3\?find=einmaliger&category=Master/)
  await expect(page.getByText('Debitoren V3').last()).toBeVisible()

  await page.getByRole('tab', { name: 'Fields' }).click()
  await page.getByRole('searchbox', { name: 'Search fields' }).fill('einmaliger')
  const row = page.getByRole('row', { name: /IsOneTimeCustomer/ })
  await row.getByRole('button', { name: /NoYes/ }).click()
  await expect(page.getByRole('list', { name: 'Values of NoYes' })).toContainText('Ja')
  await page.getByRole('button', { name: 'Sample row' }).click()
  await expect(row).toContainText(/Sample: (Yes|No)/)
  await expectSound(page, page.url())
  await page.getByRole('tab', { name: 'Relations' }).click()
  await expect(page.getByRole('list', { name: 'Relations' })).toBeVisible()
  await expectNothingSerious(page)
})

test('a relation is walked, and the keyboard alone goes to another entity from there', async ({
  page,
  context,
  server,
}) => {
  const portal = new Portal(await context.newPage(), server.address)
  const id = await connect(page, portal, 'Walker')
  await page.goto(`/connections/${id}/explorer/SalesOrderHeadersV2?tab=relations`)
  const neighbours = page.getByRole('group', { name: 'Neighbours of SalesOrderHeadersV2' })
  await neighbours.getByRole('link', { name: /^SalesOrderLines, many/ }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/explorer\/SalesOrderLines\?tab=relations/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('SalesOrderLines')
  await expect(page.getByRole('list', { name: 'Relations' })).toBeVisible()

  await page.keyboard.press('Control+k')
  const palette = page.getByRole('combobox', { name: 'Go to' })
  await expect(palette).toBeFocused()
  await expectNothingSerious(page)
  await page.keyboard.press('Escape')
  await expect(palette).toBeHidden()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('cust v3')
  const options = page.getByRole('dialog').getByRole('option')
  await expect(options.first()).toHaveText(/^CustomersV3/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/explorer\/CustomersV3\?tab=relations/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('CustomersV3')

  await page.goto('/troubleshooting')
  await page.getByRole('button', { name: 'Go to', exact: true }).click()
  await page.keyboard.type('walker')
  await expect(options.first()).toContainText('Walker')
  await page.keyboard.press('Enter')
  await page.waitForURL(new RegExp(`/connections/${id}$`))
})

test('the reading of a catalog fails with its byte, keeps what is there, and is tried again', async ({
  page,
  context,
  server,
}) => {
  const portal = new Portal(await context.newPage(), server.address)
  const id = await connect(page, portal, 'Broken')
  await page.goto(`/connections/${id}/explorer`)
  await expect(page.getByText(/^\d+ sets, \d+ fields/)).toBeVisible()

  const failed = {
    type: 'failed',
    title: 'What the environment sent is no complete metadata',
    detail: 'The document ends before its last element does.',
    byteOffset: 48_123,
    diagnosis: null,
    failure: null,
  }
  const catalog = `**/api/connections/${id}/catalog`
  await page.route(catalog, (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ body: JSON.stringify(failed), contentType: 'application/x-ndjson' })
      : route.continue(),
  )
  await page.getByRole('button', { name: 'Read again' }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'no complete metadata' })
  await expect(alert).toContainText('At byte 48,123 of the document.')
  await expect(alert).toContainText('The catalog from before is still in use.')
  await expect(page.getByText(/^\d+ sets, \d+ fields/)).toBeVisible()
  await page.unroute(catalog)
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(alert).toBeHidden()
  await expect(page.getByText(/^\d+ sets, \d+ fields/)).toBeVisible()
})

test('two tabs that open the explorer read its catalog once', async ({ page, context, server }) => {
  const portal = new Portal(await context.newPage(), server.address)
  const id = await connect(page, portal, 'Twice')
  const asked: string[] = []
  context.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/catalog')) asked.push(request.url())
  })
  // The first to ask is held until the second tab has found that it is not alone.
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await context.route(`**/api/connections/${id}/catalog`, async (route) => {
    if (route.request().method() === 'POST') await held
    await route.continue()
  })
  await page.goto(`/connections/${id}/explorer`)
  await expect(page.getByText('Reading the catalog')).toBeVisible()
  const second = await context.newPage()
  await second.goto(`/connections/${id}/explorer`)
  await expect(second.getByText('The catalog is being read elsewhere.')).toBeVisible()
  letGo()
  for (const tab of [page, second]) {
    await expect(tab.getByText(/^\d+ sets, \d+ fields/)).toBeVisible()
  }
  expect(asked).toHaveLength(1)
})
