import { gzipSync } from 'node:zlib'
import { connect } from '../connect'
import { expect, test } from '../fixtures'
import { Portal } from '../portal'
import { expectSound } from '../sound'

test('a metadata file is opened without a connection and compared with an environment', async ({
  page,
  context,
  server,
}) => {
  const portal = new Portal(await context.newPage(), server.address)
  const id = await connect(page, portal, 'Drifting')
  await page.goto(`/connections/${id}/explorer`)
  await expect(page.getByText(/^\d+ sets, \d+ fields/)).toBeVisible()
  const answer = await page.request.get(`/api/connections/${id}/odata/$metadata`)
  const now = await answer.text()
  const before = now
    .replace(/(<Property Name="CustomerAccount"[^>]*MaxLength=")\d+"/, '$1999"')
    .replace(/<EntitySet Name="CustomersV3"/, '<EntitySet Name="CustomersV1"')

  await page.goto('/connections')
  const file = page.getByLabel('Metadata file')
  const xml = { name: 'cut.xml', mimeType: 'text/xml', buffer: Buffer.from(now.slice(0, 5000)) }
  await file.setInputFiles(xml)
  await expect(page.getByText(/ends inside.*At byte \d/)).toBeVisible()
  const buffer = gzipSync(before)
  await file.setInputFiles({ name: 'before.xml.gz', mimeType: 'application/gzip', buffer })
  await page.waitForURL(/\/catalogs\/cfl_/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('before.xml.gz')

  await page.getByRole('combobox', { name: 'Search entity sets' }).fill('customersv1')
  await page.getByRole('option', { name: /CustomersV1/ }).click()
  await expect(page.getByRole('table', { name: 'Fields of CustomersV1' })).toBeVisible()
  await expectSound(page, page.url())

  await page.goto(`/connections/${id}/explorer`)
  await page.getByRole('link', { name: 'Compare' }).click()
  const other = page.getByLabel('Compare with')
  const choice = other.locator('option', { hasText: 'before.xml.gz' })
  await other.selectOption((await choice.getAttribute('value')) ?? '')
  const differences = page.getByRole('region', { name: 'Differences' })
  await expect(differences.getByRole('listitem')).not.toHaveCount(0)
  await expect(differences).toContainText('CustomersV1')
  await page.getByRole('button', { name: /^Breaking/ }).click()
  await page.getByRole('searchbox', { name: 'Filter by name' }).fill('customersv1')
  await expect(differences).toContainText('Removed')
  await expect(page.getByText(/^1 of \d+ differences/)).toBeVisible()
  await expectSound(page, page.url())

  await page.getByRole('button', { name: /^All/ }).click()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV' }).click()
  expect((await saved).suggestedFilename()).toBe('drift.csv')

  await page.goto('/connections')
  await page.getByRole('button', { name: 'Delete before.xml.gz' }).click()
  await expect(page.getByRole('link', { name: 'before.xml.gz', exact: true })).toBeHidden()
})
