import { type Environment, environments } from '@/lib/sandbox/hosts'
import { attributes, type Html, html, type Part } from '@/lib/sandbox/portal/html'
import { noticeOf } from '@/lib/sandbox/portal/notices'
import { callout } from '@/lib/sandbox/portal/parts'

export type Crumb = Readonly<{ label: string; href: string }>

export type PageOptions = Readonly<{
  url: URL
  title: string
  /** Small line above the title: whose page this would be in real life. */
  kicker: string
  crumbs?: readonly Crumb[]
  /** Pages of the thing that is open, such as an app's. */
  tabs?: readonly Crumb[]
  body: Part
  status?: 200 | 404 | 405 | 422
}>

/** Names of the environments as people read them. */
export const environmentTitles: Readonly<Record<Environment, string>> = {
  'contoso-uat': 'Contoso UAT',
  'contoso-prod': 'Contoso Production',
}

const securityHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
}

/** A whole page of the portal, banner and navigation included. */
export function page(options: PageOptions): Response {
  const markup = `<!doctype html>\n${document(options).markup}`
  return new Response(markup, { status: options.status ?? 200, headers: securityHeaders })
}

/** Sends the browser on after a POST. @see RFC 9110 section 15.4.4 */
export function seeOther(path: string, done?: string): Response {
  const location = done === undefined ? path : `${path}?done=${done}`
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}

function document(options: PageOptions): Html {
  const notice = noticeOf(options.url)
  return html`<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${options.title} · Practice tenant</title>
  <link rel="stylesheet" href="/practice/portal.css">
  <script src="/practice/portal.js" defer></script>
</head>
<body>
  <a class="skip" href="#main">Skip to content</a>
  <header class="practice-banner"><strong>Practice</strong><span>A stand-in tenant on this server. Nothing here is Microsoft’s, and nothing you do here reaches a real system.</span></header>
  <div class="shell">
    ${navigation(options.url.pathname)}
    <main id="main" tabindex="-1">
      ${breadcrumbs(options.crumbs ?? [], options.url.pathname)}
      <header class="title"><p class="kicker">${options.kicker}</p><h1>${options.title}</h1></header>
      ${options.tabs && tabs(options.tabs, options.url.pathname)}
      ${notice && callout('good', notice, null)}
      ${options.body}
    </main>
  </div>
</body>
</html>`
}

function breadcrumbs(crumbs: readonly Crumb[], pathname: string): Html | undefined {
  if (pathname === '/practice') return undefined
  const all = [{ label: 'Practice tenant', href: '/practice' }, ...crumbs]
  return html`<nav class="crumbs" aria-label="Breadcrumb"><ol>${all.map(
    (crumb) => html`<li><a href="${crumb.href}">${crumb.label}</a></li>`,
  )}</ol></nav>`
}

function tabs(items: readonly Crumb[], pathname: string): Html {
  return html`<nav class="tabs" aria-label="Pages of this application"><ul>${items.map(
    (item, index) =>
      html`<li>${link(item, index === 0 ? pathname === item.href : pathname.startsWith(item.href))}</li>`,
  )}</ul></nav>`
}

function navigation(pathname: string): Html {
  const groups = [
    {
      title: 'Microsoft Entra ID',
      items: [{ label: 'App registrations', href: '/practice/entra/apps' }],
    },
    ...environments.map((environment) => ({
      title: `Finance and Operations · ${environmentTitles[environment]}`,
      items: [
        {
          label: 'Microsoft Entra ID applications',
          href: `/practice/finops/${environment}/clients`,
        },
        { label: 'Users', href: `/practice/finops/${environment}/users` },
      ],
    })),
    { title: 'Practice', items: [{ label: 'Break things', href: '/practice/faults' }] },
  ]
  return html`<nav class="side" aria-label="Practice tenant"><details class="menu" open><summary>Menu</summary>
    <p class="home">${link({ label: 'Overview', href: '/practice' }, pathname === '/practice')}</p>
    ${groups.map(
      (group) =>
        html`<p class="group">${group.title}</p><ul>${group.items.map(
          (item) => html`<li>${link(item, pathname.startsWith(item.href))}</li>`,
        )}</ul>`,
    )}</details></nav>`
}

function link(item: Crumb, isCurrent: boolean): Html {
  return html`<a${attributes({ href: item.href, 'aria-current': isCurrent ? 'page' : undefined })}>${item.label}</a>`
}
