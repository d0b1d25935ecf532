import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { connect } from '../connect'
import { expect, test } from '../fixtures'
import { Portal } from '../portal'

const onHold = 'OnHoldStatus eq Microsoft.Dynamics.DataEntities.CustVendorBlocked'

type Slip = Readonly<{
  what: string
  options: string
  title: RegExp
  marked: readonly string[]
  says: RegExp
}>

const slips: readonly Slip[] = [
  {
    what: 'a company that is not read',
    options: "$filter=dataAreaId eq 'demf' and CreditLimit ge 0&$top=5",
    title: /names a company, but only the default one is read/,
    marked: ["dataAreaId eq 'demf'"],
    says: /the default company, usmf,.*rows of demf come/,
  },
  {
    what: 'an enum value that no row has',
    options: `$filter=${onHold}'Never' and CreditLimit ge 0&$top=5`,
    title: /No row has OnHoldStatus = Never/,
    marked: [`${onHold}'Never'`],
    says: /OnHoldStatus is .*No/,
  },
  {
    what: 'a clause too many',
    options:
      "$filter=SalesCurrencyCode eq 'USD' and (CreditLimit gt 9000000 or CreditLimit lt 0)&$top=5",
    title: /One clause lets no row pass/,
    marked: ['(CreditLimit gt 9000000 or CreditLimit lt 0)'],
    says: /there are rows; none of them meets/,
  },
]

test('an empty answer names what empties it, and the corrected query brings rows', async ({
  page,
  context,
  server,
}) => {
  test.setTimeout(3 * 60_000)
  const portal = new Portal(await context.newPage(), server.address)
  const id = await connect(page, portal, 'Empty answers')
  const address = `/connections/${id}/explorer/CustomersV3`
  const rows = page.getByRole('grid').getByRole('row')

  for (const slip of slips) {
    await test.step(slip.what, async () => {
      await page.goto(`${address}?options=${encodeURIComponent(slip.options)}`)
      await expect(page.getByRole('heading', { name: 'No rows' })).toBeVisible()
      await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0)
      await page.getByRole('button', { name: 'Why is it empty?' }).click()

      await expect(page.getByRole('heading', { name: slip.title })).toBeVisible()
      await expect(page.getByText(slip.says).first()).toBeVisible()
      await expect(page.locator('mark')).toHaveText([...slip.marked])
      await expect(page.getByText('Any row at all: no filter, every company')).toBeVisible()
      await expectSound(page)

      await page.getByRole('button', { name: 'Run the corrected query' }).click()
      await expect.poll(() => rows.count()).toBeGreaterThan(1)
      await page.goBack()
      await expect(page.getByRole('heading', { name: slip.title })).toBeVisible()
      await expect(page.getByRole('textbox', { name: 'URL options' })).toHaveValue(slip.options)
    })
  }
})

test('the keyboard alone asks and runs; an environment that breaks meanwhile is diagnosed', async ({
  page,
  context,
  server,
}) => {
  test.setTimeout(3 * 60_000)
  const portal = new Portal(await context.newPage(), server.address)
  const id = await connect(page, portal, 'Empty by keyboard')
  const options = encodeURIComponent("$filter=CustomerGroupId eq 'XQ'")
  await page.goto(`/connections/${id}/explorer/CustomersV3?options=${options}`)
  const ask = page.getByRole('button', { name: 'Why is it empty?' })
  await ask.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Why is it empty?' })).toBeFocused()
  const corrected = page.getByRole('button', { name: 'Run the corrected query' })
  await expect(corrected).toBeVisible()

  await portal.breakEnvironment('throttled')
  await page.getByRole('button', { name: 'Ask again' }).press('Enter')
  await expect(
    page.getByRole('heading', { name: 'Finance & Operations asks for a pause' }),
  ).toBeVisible()

  await portal.breakEnvironment('none')
  await page.getByRole('button', { name: 'Ask again' }).press('Enter')
  await expect(corrected).toBeVisible()
  await corrected.press('Enter')
  await expect.poll(() => page.getByRole('grid').getByRole('row').count()).toBeGreaterThan(1)
})

async function expectSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`),
  ).toEqual([])
}
