import { createFlash } from '@/lib/sandbox/portal/flash'
import { page } from '@/lib/sandbox/portal/frame'
import { isOwnPost } from '@/lib/sandbox/portal/guard'
import { html } from '@/lib/sandbox/portal/html'
import { appCertificatesRoutes } from '@/lib/sandbox/portal/pages/app-certificates'
import { appOverviewRoutes } from '@/lib/sandbox/portal/pages/app-overview'
import { appPermissionsRoutes } from '@/lib/sandbox/portal/pages/app-permissions'
import { appSecretsRoutes } from '@/lib/sandbox/portal/pages/app-secrets'
import { appsRoutes } from '@/lib/sandbox/portal/pages/apps'
import { clientsRoutes } from '@/lib/sandbox/portal/pages/clients'
import { faultsRoutes } from '@/lib/sandbox/portal/pages/faults'
import { showHome } from '@/lib/sandbox/portal/pages/home'
import { usersRoutes } from '@/lib/sandbox/portal/pages/users'
import { matchRoute, type Route } from '@/lib/sandbox/portal/router'
import { portalScript } from '@/lib/sandbox/portal/script'
import { stylesheet } from '@/lib/sandbox/portal/stylesheet'
import type { Store } from '@/lib/sandbox/state/store'
import type { Handler } from '@/lib/sandbox/types'

const routes: readonly Route[] = [
  { method: 'GET', path: '/practice', handle: showHome },
  { method: 'GET', path: '/practice/portal.css', handle: () => asset(stylesheet, 'text/css') },
  {
    method: 'GET',
    path: '/practice/portal.js',
    handle: () => asset(portalScript, 'text/javascript'),
  },
  ...appsRoutes,
  ...appOverviewRoutes,
  ...appSecretsRoutes,
  ...appCertificatesRoutes,
  ...appPermissionsRoutes,
  ...clientsRoutes,
  ...usersRoutes,
  ...faultsRoutes,
]

/**
 * The portal: pages under `/practice` where a person does what they would do in the Azure portal
 * and in F&O. Forms answer 303; a POST from another site is refused.
 */
export function createPortal(options: Readonly<{ store: Store; now: () => Date }>): Handler {
  const flash = createFlash(options.now)
  return async (request) => {
    const url = new URL(request.url)
    const match = matchRoute(routes, request.method, url.pathname)
    if (match.kind !== 'found') return notHere(url, match.kind)

    const form = request.method === 'POST' ? await readForm(request) : new URLSearchParams()
    if (form instanceof Response) return form
    const context = { store: options.store, now: options.now(), url, form, flash }
    return match.route.handle({ ...context, params: match.params })
  }
}

async function readForm(request: Request): Promise<URLSearchParams | Response> {
  if (!isOwnPost(request)) return plain(403, 'This form was sent from another site.')
  const type = request.headers.get('content-type') ?? ''
  const isForm = type.toLowerCase().startsWith('application/x-www-form-urlencoded')
  const body = await request.text()
  if (!isForm && body !== '')
    return plain(415, 'Forms are sent as application/x-www-form-urlencoded.')
  return new URLSearchParams(body)
}

function notHere(url: URL, kind: 'none' | 'wrong_method'): Response {
  if (!url.pathname.startsWith('/practice')) {
    return new Response(null, { status: 302, headers: { location: '/practice' } })
  }
  return page({
    url,
    title: kind === 'none' ? 'Page not found' : 'This cannot be opened',
    kicker: 'Practice tenant',
    body: html`<p>${kind === 'none' ? 'The practice tenant has no such page.' : 'It is the target of a form.'}</p><p><a class="button" href="/practice">Overview</a></p>`,
    status: kind === 'none' ? 404 : 405,
  })
}

function asset(text: string, type: 'text/css' | 'text/javascript'): Response {
  const headers = { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'max-age=300' }
  return new Response(text, { headers: { ...headers, 'x-content-type-options': 'nosniff' } })
}

function plain(status: number, text: string): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}
