import { connect } from '../connect'
import { expect, test } from '../fixtures'
import { Portal } from '../portal'

test('what is sought among the entity sets goes along, by link, by going back and by reload', async ({
  page,
  context,
  server,
}) => {
  const portal = new Portal(await context.newPage(), server.address)
  const id = await connect(page, portal, 'Finder')
  const search = page.getByRole('combobox', { name: 'Search entity sets' })
  const options = page.getByRole('listbox').getByRole('option')

  await page.goto(`/connections/${id}/explorer`)
  await search.fill('customer gr')
  await expect(options.first()).toHaveText(/^CustomerGroups/)
  await search.press('Enter')
  await page.waitForURL(/\/explorer\/CustomerGroups\?find=customer%20gr$/)
  await expect(search).toHaveValue('customer gr')

  await page.reload()
  await expect(search).toHaveValue('customer gr')
  await page.getByRole('textbox', { name: 'URL options' }).fill('$top=1')
  await page.getByRole('button', { name: 'Run' }).click()
  await expect(page.getByText(/^1 row/)).toBeVisible()
  await expect(search).toHaveValue('customer gr')

  await page.goBack()
  await page.goBack()
  await page.waitForURL(/\/explorer\?find=/)
  await expect(search).toHaveValue('customer gr')
})

test('a connection that is not there is answered with 404 on each of its pages', async ({
  page,
}) => {
  const gone = '/connections/con_00000000000000000000'
  for (const path of [gone, `${gone}/explorer`, `${gone}/explorer/X`, `${gone}/setup/secret`]) {
    const answer = await page.goto(path)
    expect(answer?.status(), path).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
})
