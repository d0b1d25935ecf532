import type { Page } from '@playwright/test'
import { always, html, page as pageOf } from '@/faults/world/answers'
import { serveHttps, serveTls } from '@/faults/world/serve'
import type { Slots } from '@/faults/world/slots'
import { allRules } from '@/lib/diagnosis/rules'
import { makeLeaf } from '@/lib/http/fixtures/certificates'
import { homeTenant, otherTenant } from '@/lib/sandbox/entra/tenants'
import type { PreparedApp } from '@/lib/sandbox/state/prepare-app'
import { practiceEnvironmentUrl } from '@/lib/steps/cloud'
import { type StepId, stepNumber } from '@/lib/steps/step'
import { type appNames, type Trust, test } from '../broken-worlds'
import { expect } from '../fixtures'
import { Portal } from '../portal'

/** What a state may break, and the connection that it may fill in otherwise. */
type Way = Readonly<{
  portal: Portal
  app: PreparedApp
  slots: Slots
  trust: Trust
}>

type Setting = Readonly<{ environmentUrl?: string; tenantId?: string }>

type Broken = Readonly<{
  what: string
  /** Its own app; a state that never comes so far needs none. */
  app?: (typeof appNames)[number]
  step: StepId | null
  rule: string
  breakIt: (way: Way) => Promise<Setting> | Promise<void>
  mend?: (portal: Portal) => Promise<void>
}>

const states: readonly Broken[] = [
  {
    what: 'an app that is switched off',
    app: 'Alpha',
    step: 'register',
    rule: 'entra.app-disabled',
    breakIt: ({ portal, app }) => portal.disableApp(app.app),
  },
  {
    what: 'a secret that has expired',
    app: 'Bravo',
    step: 'secret',
    rule: 'entra.secret-expired',
    breakIt: ({ portal, app }) => portal.expireSecret(app.app),
  },
  {
    what: 'a consent that Entra misses',
    app: 'Charlie',
    step: 'permissions',
    rule: 'entra.consent-missing',
    breakIt: ({ portal }) => portal.refuseTokens('Charlie', 65001),
  },
  {
    what: 'a policy of Conditional Access',
    app: 'Charlie',
    step: null,
    rule: 'entra.conditional-access',
    breakIt: ({ portal }) => portal.refuseTokens('Charlie', 53003),
  },
  {
    what: 'a tenant that the environment does not belong to',
    app: 'Delta',
    step: 'credentials',
    rule: 'proof.tenant-differs',
    breakIt: async () => ({ tenantId: otherTenant.tenantId }),
  },
  {
    what: 'an app that F&O does not know',
    app: 'Echo',
    step: 'trust',
    rule: 'finops.app-not-registered',
    breakIt: ({ portal }) => portal.unregisterInFinops('Echo'),
  },
  {
    what: 'an environment whose reads fail',
    app: 'Foxtrot',
    step: null,
    rule: 'finops.server-error',
    breakIt: ({ portal }) => portal.breakEnvironment('read_fails'),
    mend: (portal) => portal.breakEnvironment('none'),
  },
  {
    what: 'an environment under maintenance',
    app: 'Foxtrot',
    step: null,
    rule: 'finops.maintenance-page',
    breakIt: ({ portal }) => portal.breakEnvironment('maintenance'),
    mend: (portal) => portal.breakEnvironment('none'),
  },
  {
    what: 'a port on which nobody listens',
    step: null,
    rule: 'network.refused',
    breakIt: async ({ slots }) => {
      const { origin, shut } = slots.take()
      await shut()
      return { environmentUrl: origin }
    },
  },
  {
    what: 'a certificate for another host',
    step: null,
    rule: 'network.certificate-name',
    breakIt: async ({ slots, trust }) => {
      const shown = await makeLeaf(trust.authority, { names: ['elsewhere.example'] })
      return { environmentUrl: serveTls(slots.take(), shown) }
    },
  },
  {
    what: 'a web server in place of F&O',
    step: 'credentials',
    rule: 'finops.web-page',
    breakIt: async ({ slots, trust }) => ({
      environmentUrl: serveHttps(
        slots.take(),
        trust.leaf,
        always({ status: 200, type: html, body: pageOf('Welcome to nginx') }),
      ),
    }),
  },
]

for (const { what, app = 'Alpha', step, rule, breakIt, mend } of states) {
  test(`${what}: the page names ${step ?? 'no step'} and why`, async ({
    page,
    context,
    server,
    apps,
    slots,
    trust,
  }, testInfo) => {
    const prepared = apps.get(app)
    if (!prepared) throw new Error(`no app is called ${app}`)
    const portal = new Portal(await context.newPage(), server.address)
    const way = { portal, app: prepared, slots, trust }
    const setting = (await breakIt(way)) ?? {}
    await connect(page, prepared, { name: what, ...setting })

    await page.getByRole('button', { name: 'Verify now' }).click()
    const card = page.getByRole('region', { name: titleOf(rule) })
    await expect(card).toBeVisible({ timeout: 90_000 })
    const where =
      step === null
        ? /^(None of the five steps is to blame|No step can be named)$/
        : new RegExp(`Step ${stepNumber(step)}, `)
    await expect(card.getByText(where).first()).toBeVisible()
    await expect(card.getByRole('link', { name: 'More about this' })).toHaveAttribute(
      'href',
      new RegExp(`/troubleshooting/${rule}$`),
    )
    await expect(page.getByRole('button', { name: 'Verify again' })).toBeVisible()
    await expectOneStory(page, step)

    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 })
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const look = `${colorScheme}-${width}`
        const path = testInfo.outputPath(`${look}.png`)
        await page.screenshot({ path, fullPage: true })
        await testInfo.attach(`${rule}, ${look}`, { path, contentType: 'image/png' })
      }
    }
    await mend?.(portal)
  })
}

/** The five steps and the act to come say no other thing than the diagnosis. */
async function expectOneStory(page: Page, step: StepId | null): Promise<void> {
  const steps = page.getByRole('region', { name: 'The five steps' })
  const failed = steps
    .getByRole('listitem')
    .filter({ has: page.getByText('failed', { exact: true }) })
  const act = step === null ? 'See what broke' : `Mend step ${stepNumber(step)}`
  await expect(page.getByRole('link', { name: act }).first()).toBeVisible()
  if (step === null) {
    await expect(failed).toHaveCount(0)
    await expect(steps.getByText('Could not be checked: ').first()).toBeVisible()
  } else {
    await expect(failed).toHaveCount(1)
    await expect(failed).toContainText(`${stepNumber(step)}. `)
  }
}

async function connect(
  page: Page,
  { app, secret }: PreparedApp,
  setting: Setting & Readonly<{ name: string }>,
): Promise<void> {
  const { environmentUrl = practiceEnvironmentUrl, tenantId = homeTenant.tenantId, name } = setting
  const created = await page.request.post('/api/connections', {
    data: { environmentUrl, name, cloud: 'practice', tenantId },
  })
  const { id } = await created.json()
  const path = `/api/connections/${id}`
  const filled = await page.request.patch(path, { data: { clientId: app.clientId } })
  expect(filled.ok()).toBe(true)
  const data = { kind: 'secret', value: secret }
  expect((await page.request.put(`${path}/credential`, { data })).ok()).toBe(true)
  await page.goto(`/connections/${id}`)
}

/** The rule's title, whatever stands in its places. */
function titleOf(id: string): RegExp {
  const title = allRules.find((rule) => rule.id === id)?.title ?? ''
  const parts = title.split(/\{\w+\??\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.+')}$`)
}
