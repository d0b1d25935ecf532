import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures'

const secret = 'abC8Q~dEfGhIjKlMnOpQrStUvWxYz0123456789_'
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const token = [
  encode({ typ: 'JWT', alg: 'RS256' }),
  encode({ aud: 'https://contoso-uat.sandbox.operations.dynamics.com', tid: 'b7d1f0a2' }),
  'c2lnbmF0dXJlLW9mLW5vdGhpbmctYXQtYWxs',
].join('.')

test('a code finds its entry, opens it, and the entry has a link of its own', async ({ page }) => {
  await page.goto('/connections')
  await page.getByRole('link', { name: 'Troubleshooting' }).click()
  await expect(page.getByRole('heading', { name: 'Troubleshooting', level: 1 })).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('7000215')
  await expect(page).toHaveURL(/[?]q=7000215$/)
  const entry = page.getByRole('button', { name: 'The secret is not one of this app’s' }).first()
  await expect(entry).toHaveAttribute('aria-expanded', 'true')
  await page.getByRole('link', { name: 'Page of this entry' }).click()

  await expect(page).toHaveURL(/\/troubleshooting\/entra\.secret-wrong$/)
  await expect(page.getByText('Step 2: Make a secret')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'How to mend it' })).toBeVisible()
  await expect(page.getByText('AADSTS7000215').first()).toBeVisible()
  await expectAccessible(page)
})

test('words and step stand in the address, and a dead end says where to go', async ({ page }) => {
  await page.goto('/troubleshooting?q=secret&step=secret')
  await expect(page.getByLabel('Search the knowledge')).toHaveValue('secret')
  await expect(page.getByRole('button', { name: /Make a secret/ }).first()).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await page.getByLabel('Search the knowledge').fill('zebra')
  await expect(page.getByRole('heading', { name: /Nothing for “zebra”/ })).toBeVisible()
  await page.getByRole('button', { name: 'Clear the search' }).click()
  await expect(page).toHaveURL(/troubleshooting[?]step=secret$/)
  await page.getByRole('button', { name: /All entries/ }).click()
  await expect(page.getByRole('heading', { name: 'Step 5: ', exact: false })).toBeVisible()
  await expectAccessible(page)
})

test('an entry that is not there says so', async ({ page }) => {
  await page.goto('/troubleshooting/entra.no-such-entry')
  await expect(page.getByRole('heading', { name: 'Nothing is here' })).toBeVisible()
})

test('a pasted line names its step, and neither the token nor the secret is shown or sent', async ({
  page,
}) => {
  await page.goto('/troubleshooting/paste')
  const area = page.getByLabel('What your integration logged')
  await expect(area).toBeVisible()
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')))
  await area.fill(
    `POST /oauth2/v2.0/token client_secret=${secret}&grant_type=client_credentials\n` +
      `earlier: Authorization: Bearer ${token}\n` +
      "AADSTS7000215: Invalid client secret provided for app '3f2c9a10-7b1d-4c55-8e21-90ab12cd34ef'.",
  )
  await expect(page.getByText('Step 2, Make a secret')).toBeVisible()
  await expect(page.getByText('[redacted]').first()).toBeVisible()
  // The text area holds what the person typed; everything that the page adds must not.
  const shown = await page.evaluate(() => {
    document.querySelector('textarea')?.remove()
    return document.documentElement.outerHTML
  })
  for (const part of [secret, secret.slice(6, 30), token, token.slice(25, 60)]) {
    expect(shown).not.toContain(part)
    expect(sent.join('\n')).not.toContain(part)
  }
  expect(page.url()).toMatch(/\/troubleshooting\/paste$/)
})

test('hostile HTML is text, whatever it holds', async ({ page }) => {
  await page.goto('/troubleshooting/paste')
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    return dialog.dismiss()
  })
  const hostile =
    '<!DOCTYPE html><html><head><title>Sign in<script>alert(1)</script></title></head>' +
    '<body><img id="planted" src=x onerror="alert(2)"><iframe id="planted"></iframe></body></html>'
  await page.getByLabel('What your integration logged').fill(hostile)
  await expect(page.getByRole('region', { name: 'Text without secrets' })).toContainText(
    'onerror="alert(2)"',
  )
  await expect(page.locator('#planted')).toHaveCount(0)
  expect(dialogs).toEqual([])
})

test('what is unclear is called so, and the examples are read', async ({ page }) => {
  await page.goto('/troubleshooting/paste')
  const area = page.getByLabel('What your integration logged')
  await expectAccessible(page)
  await area.fill('error 401')
  await expect(page.getByText('Not sure', { exact: true })).toBeVisible()
  await area.fill('milk, eggs and bread')
  await expect(page.getByText('This text names no error that is known here').last()).toBeVisible()

  await page.getByRole('button', { name: 'curl transcript' }).click()
  await expect(page.getByText('Step 5, Let Finance & Operations trust it')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Claims of the token' })).toBeVisible()
  await expectAccessible(page)
})

test('a megabyte leaves the page in the hands of the person', async ({ page }) => {
  await page.goto('/troubleshooting/paste')
  const area = page.getByLabel('What your integration logged')
  const noise = 'one more line of a log that says nothing\n'.repeat(12_500)
  // Chromium's own editing takes minutes for so many lines; what is tried here is the page.
  await area.evaluate((element: HTMLTextAreaElement, text) => {
    element.value = text
    element.dispatchEvent(new Event('input', { bubbles: true }))
  }, `${noise}AADSTS700016: Application was not found in the directory.\n${noise}`)
  await expect(page.getByText('Step 1, Register the app')).toBeVisible()
  await expect(page.getByText(/It is very long/)).toBeVisible()
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect(page.getByRole('heading', { name: 'What it means will stand here' })).toBeVisible()
})

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}
