import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { admin } from '../fixtures'
import { freePort } from '../free-port'
import { Portal } from '../portal'
import { startServer } from '../server'
import { Wizard } from '../wizard'

const otherKey = Buffer.alloc(32, 9).toString('base64')

test('a restart in the middle of the wizard loses no step, no secret and no session', async ({
  browser,
}) => {
  test.setTimeout(5 * 60_000)
  const dataDir = mkdtempSync(join(tmpdir(), 'fivestep-restart-'))
  const port = await freePort()
  let server = await startServer({ dataDir, port })
  const context = await browser.newContext({ baseURL: server.address })
  const page = await context.newPage()
  const wizard = new Wizard(page)

  await test.step('the set-up link makes the first admin, in the browser', async () => {
    await page.goto('/connections')
    await expect(page).toHaveURL(/\/(sign-in|set-up)/)
    await page.goto(server.setUpLink ?? '')
    await page.getByRole('textbox', { name: /name/i }).first().fill(admin.name)
    await page.getByRole('textbox', { name: /mail/i }).fill(admin.email)
    await page
      .getByLabel(/password/i)
      .first()
      .fill(admin.password)
    await page.getByRole('button', { name: /create|make|set up/i }).click()
    await page.waitForURL(/\/connections$/)
  })

  const portal = new Portal(await context.newPage(), server.address)
  await portal.setDelays()
  await wizard.practiseFirst()
  const app = await portal.registerApp('Restart')
  await wizard.saveIds(app)
  await wizard.expectDone(1)
  await wizard.continueTo('secret')
  await wizard.saveSecret((await portal.addSecret(app)).value)
  await wizard.expectDone(2)

  await test.step('the server goes away and comes back', async () => {
    await server.stop()
    server = await startServer({ dataDir, port })
    expect(server.setUpLink).toBeUndefined()
    await page.reload()
    await expect(page.getByText(/kept on the server/i).first()).toBeVisible()
  })

  await page.goto(page.url().replace(/\/setup\/.*/, '/setup/trust'))
  await portal.registerInFinops(app)
  await wizard.check()
  await wizard.expectDone(5)
  await context.close()

  await test.step('a second server on the same folder is refused by name', async () => {
    await expect(startServer({ dataDir })).rejects.toThrow(/is in use by process \d+/)
  })
  await server.stop()

  await test.step('another master key is recognised, said plainly, and destroys nothing', async () => {
    const env = { FIVESTEP_MASTER_KEY: otherKey }
    await expect(startServer({ dataDir, env })).rejects.toThrow(/master key is not the one/)
    server = await startServer({ dataDir, port })
    await server.stop()
  })

  await test.step('a variable that cannot be used stops the start and is named', async () => {
    const env = { FIVESTEP_SANDBOX: 'perhaps' }
    await expect(startServer({ dataDir, env })).rejects.toThrow(/FIVESTEP_SANDBOX/)
  })
  rmSync(dataDir, { recursive: true, force: true })
})
