import { expect, type Page } from '@playwright/test'
import { practiceEnvironmentUrl } from '@/lib/steps/cloud'
import type { Portal } from './portal'

/** A connection to the practice environment with all five steps done, and its id. */
export async function connect(page: Page, portal: Portal, name: string): Promise<string> {
  await portal.setDelays()
  const app = await portal.registerApp(name)
  const { value } = await portal.addSecret(app)
  await portal.addPermissionAndConsent(app)
  await portal.registerInFinops(app)

  const { tenantId, clientId } = app
  const created = await page.request.post('/api/connections', {
    data: { environmentUrl: practiceEnvironmentUrl, name, tenantId },
  })
  const { id } = await created.json()
  const one = `/api/connections/${id}`
  await expect(await page.request.patch(one, { data: { clientId } })).toBeOK()
  await expect(
    await page.request.put(`${one}/credential`, { data: { kind: 'secret', value } }),
  ).toBeOK()
  return id
}
