import { everyPage, fillPath } from '@/app/api/route-files'
import { knowledge } from '@/lib/diagnosis/knowledge'
import { connect } from '../connect'
import { expect, test } from '../fixtures'
import { Portal } from '../portal'

const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('camera=()'),
}

test('every page has a content policy with a nonce of its own, and breaks none of it', async ({
  page,
  context,
  server,
}) => {
  const id = await connect(page, new Portal(await context.newPage(), server.address), 'Policy')
  const run = await page.request.post(`/api/connections/${id}/proof`)
  const proofId = /prf_[a-z0-9]{20}/.exec(await run.text())?.[0] ?? ''
  const values: Readonly<Record<string, string>> = {
    connectionId: id,
    proofId,
    step: 'secret',
    entitySet: 'CustomersV3',
    rule: knowledge[0]?.id ?? '',
  }
  const broken: string[] = []
  await page.exposeFunction('reportBroken', (what: string) => broken.push(what))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { reportBroken } = window as unknown as { reportBroken: (what: string) => void }
      reportBroken(
        `${location.pathname}: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`,
      )
    })
  })

  const nonces = new Set<string>()
  const paths = everyPage().map(({ path }) => fillPath(path, values).address)
  for (const path of [...paths, '/no-such-page', '/no.such/page.html']) {
    const answer = await page.goto(path)
    const policy = answer?.headers()['content-security-policy'] ?? ''
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
    expect(nonce, path).not.toBe('')
    nonces.add(nonce)
    expect(answer?.headers(), path).toMatchObject(everywhere)
    expect(policy, path).toContain("frame-ancestors 'none'")
    expect(policy.replace("style-src-attr 'unsafe-inline'", ''), path).not.toContain('unsafe')
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  }
  for (const path of ['/api/health', '/api/no-such', '/icon.svg', '/practice']) {
    const { headers } = await fetch(new URL(path, server.address))
    expect(Object.fromEntries(headers), path).toMatchObject(everywhere)
    expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'")
  }
  expect(nonces.size).toBe(paths.length + 2)

  // The worker that searches the catalog, and a grid that is placed by its style attributes.
  await page.goto(`/connections/${id}/explorer`)
  await page.getByRole('combobox', { name: 'Search entity sets' }).fill('customer gr')
  const found = page.getByRole('listbox').getByRole('option').first()
  await expect(found).toHaveText(/^CustomerGroups/)
  expect(broken).toEqual([])

  // The policy is enforced: what a page did not write itself does not run.
  await page.evaluate(() => {
    const script = document.createElement('div')
    script.innerHTML = '<img src="x" onerror="document.title = \'taken\'">'
    document.body.append(script)
  })
  await expect.poll(() => broken.join(' ')).toContain('script-src-attr')
  await expect(page).not.toHaveTitle('taken')
})
