import { connect } from '../connect'
import { expect, test } from '../fixtures'
import { Portal } from '../portal'
import { expectNothingSerious } from '../sound'

test('rows are walked, copied, filtered by a cell and laid out, by keyboard alone', async ({
  page,
  context,
  server,
}) => {
  test.setTimeout(3 * 60_000)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const id = await connect(page, new Portal(await context.newPage(), server.address), 'Grid')
  const options = '$top=100&$select=SalesOrderNumber,SalesOrderStatus,OrderTotalAmount,FixedDueDate'
  await page.goto(
    `/connections/${id}/explorer/SalesOrderHeadersV2?options=${encodeURIComponent(options)}`,
  )
  const grid = page.getByRole('grid', { name: 'Rows of SalesOrderHeadersV2' })
  const heads = grid.getByRole('columnheader')
  const focused = page.locator(':focus')
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await expect(grid).toHaveAttribute('aria-rowcount', '101')
  // The catalog tells the number behind a member, and what an empty date is.
  await expect(grid.getByText(/^(Backorder|Delivered|Invoiced|Canceled)\d$/).first()).toBeVisible()

  await grid.getByRole('gridcell').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(page.getByText('2 × 2 cells selected')).toBeVisible()
  await page.keyboard.press('Control+c')
  await expect(page.getByText('4 cells are copied')).toBeVisible()
  expect(await copied()).toMatch(/^\S+\t\w+\n\S+\t\w+$/)

  await page.keyboard.press('Control+End')
  await expect(focused).toHaveAttribute('data-spot', '99:3')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowUp')
  await expect(focused).toHaveText('SalesOrderNumber')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(heads.nth(2)).toHaveText('SalesOrderNumber')
  await expect(heads.nth(1)).toHaveText('SalesOrderStatus')
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Pin to the left' }).click()
  await expect(heads.nth(1)).toContainText('SalesOrderNumber')
  await page.reload()
  await expect(heads.nth(1)).toContainText('SalesOrderNumber')

  const status = grid.locator('[data-spot="0:1"]')
  await status.click()
  const member = ((await status.textContent()) ?? '').replace(/\d$/, '')
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: `Only where it is ${member}` }).click()
  await page.waitForURL((url) =>
    (url.searchParams.get('options') ?? '').includes(`SalesStatus'${member}'`),
  )
  await expect(status).toContainText(member)

  await page.getByRole('button', { name: /^Columns/ }).click()
  await page.getByRole('checkbox', { name: 'OrderTotalAmount' }).uncheck()
  await page.keyboard.press('Escape')
  // The number of the row counts as one.
  await expect(heads).toHaveCount(4)
  await page.getByRole('button', { name: /^Columns/ }).click()
  await page.getByRole('button', { name: 'Reset all columns' }).click()
  await page.keyboard.press('Escape')
  await expect(heads).toHaveCount(5)
  await expectNothingSerious(page)

  await page.getByRole('tab', { name: 'Raw' }).click()
  await expect(page.getByRole('region', { name: 'Answer as it came' })).toContainText('{"@odata')
})
