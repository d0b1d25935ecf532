import {
  findPermission,
  findResourceByAppId,
  type OfferedPermission,
  type Resource,
  resources,
} from '@/lib/sandbox/entra/resources'
import { homeTenant } from '@/lib/sandbox/entra/tenants'
import { seeOther } from '@/lib/sandbox/portal/frame'
import { type Html, html } from '@/lib/sandbox/portal/html'
import { appPage, appPath, changeApp, withApp } from '@/lib/sandbox/portal/pages/app-frame'
import {
  acts,
  badge,
  callout,
  choice,
  empty,
  postButton,
  type Row,
  table,
} from '@/lib/sandbox/portal/parts'
import type { PageContext, Route } from '@/lib/sandbox/portal/router'
import {
  findApp,
  grantConsent,
  isGranted,
  removePermission,
  requestPermissions,
  withdraw,
} from '@/lib/sandbox/state/apps'
import type { App, Permission } from '@/lib/sandbox/state/state'

const base = '/practice/entra/apps/:clientId/permissions'
const permissionsPath = (app: App) => appPath(app, '/permissions')

/** *API permissions* of one app: asked for, added, consented to, withdrawn. */
export const appPermissionsRoutes: readonly Route[] = [
  { method: 'GET', path: base, handle: withApp(showPermissions) },
  { method: 'GET', path: `${base}/add`, handle: withApp(showApis) },
  { method: 'GET', path: `${base}/add/:resourceAppId`, handle: withApp(showOffers) },
  { method: 'POST', path: `${base}/add/:resourceAppId`, handle: withApp(addPermissions) },
  { method: 'GET', path: `${base}/consent`, handle: withApp(askConsent) },
  {
    method: 'POST',
    path: `${base}/consent`,
    handle: changeApp({ path: permissionsPath, done: 'consent-granted' }, (app, { now }) => {
      if (app.servicePrincipalId !== null) grantConsent(app, now)
    }),
  },
  {
    method: 'POST',
    path: `${base}/withdraw`,
    handle: changeApp({ path: permissionsPath, done: 'consent-withdrawn' }, (app, { form }) => {
      for (const permission of matching(app.grants, form)) withdraw(app, permission)
    }),
  },
  {
    method: 'POST',
    path: `${base}/remove`,
    handle: changeApp({ path: permissionsPath, done: 'permission-removed' }, (app, { form }) => {
      for (const permission of matching(app.permissions, form)) removePermission(app, permission)
    }),
  },
]

/** The permissions that the form names by API and id; an empty id means all of them. */
function matching(list: readonly Permission[], form: URLSearchParams): Permission[] {
  const id = form.get('id')
  if (!id) return [...list]
  return list.filter((known) => known.id === id && known.resourceAppId === form.get('resource'))
}

function showPermissions(context: PageContext, app: App): Response {
  const path = permissionsPath(app)
  const lacksConsent = app.permissions.some((permission) => !isGranted(app, permission))
  return appPage(context, app, {
    title: 'API permissions',
    body: html`
    <section aria-labelledby="configured"><h2 id="configured">Configured permissions</h2>
      <p class="hint">Applications are authorized to call APIs when they are granted permissions by users/admins as part of the consent process.</p>
      <div class="commands"><a class="button primary" href="${path}/add">Add a permission</a>
        <a class="button" href="${path}/consent">Grant admin consent for ${homeTenant.name}</a></div>
      ${lacksConsent && app.permissions.length > 0 && callout('info', 'Some permissions are not granted yet.', 'Adding a permission is only asking for it: consent is what counts.')}
      ${
        app.permissions.length === 0
          ? empty('No permissions added', 'Choose Add a permission, then Dynamics ERP.')
          : table(
              'Configured permissions',
              [
                'API / Permissions name',
                'Type',
                'Description',
                'Admin consent required',
                'Status',
                'Actions',
              ],
              resources.flatMap((resource) => resourceRows(resource, app)),
            )
      }
    </section>
    ${app.grants.length > 0 && html`<section aria-labelledby="withdraw"><h2 id="withdraw">Withdraw</h2><p class="hint">Takes back every consent at once; the permissions stay configured.</p>${postButton({ action: `${path}/withdraw`, label: 'Withdraw admin consent', tone: 'danger' })}</section>`}`,
  })
}

function resourceRows(resource: Resource, app: App): Row[] {
  const own = app.permissions.filter((known) => known.resourceAppId === resource.appId)
  if (own.length === 0) return []
  return [
    { group: `${resource.name} (${own.length})` },
    ...own.map((permission) => permissionRow(permission, app)),
  ]
}

function permissionRow(permission: Permission, app: App): Row {
  const offer = findPermission(permission.resourceAppId, permission.id)
  const granted = isGranted(app, permission)
  return [
    offer?.value ?? permission.id,
    permission.kind === 'Role' ? 'Application' : 'Delegated',
    offer?.title,
    offer?.adminConsent ? 'Yes' : 'No',
    granted
      ? badge('good', `Granted for ${homeTenant.name}`)
      : badge('warn', `Not granted for ${homeTenant.name}`),
    acts(granted && actOn(permission, app, 'withdraw'), actOn(permission, app, 'remove')),
  ]
}

function actOn(permission: Permission, app: App, act: 'withdraw' | 'remove'): Html {
  const label = act === 'withdraw' ? 'Revoke' : 'Remove'
  const what = act === 'withdraw' ? 'Revoke admin consent' : 'Remove permission'
  const name = findPermission(permission.resourceAppId, permission.id)?.value ?? permission.id
  return html`<form method="post" action="${permissionsPath(app)}/${act}" class="inline">
    <input type="hidden" name="resource" value="${permission.resourceAppId}"><input type="hidden" name="id" value="${permission.id}">
    <button class="small" aria-label="${what}: ${name}">${label}</button></form>`
}

function showApis(context: PageContext, app: App): Response {
  return appPage(context, app, {
    title: 'Request API permissions',
    crumbs: [{ label: 'API permissions', href: permissionsPath(app) }],
    body: html`<h2>Select an API</h2><p class="hint">Commonly used Microsoft APIs, as far as this tenant has them.</p>
    <div class="cards">${resources.map(
      (resource) =>
        html`<a class="card" href="${permissionsPath(app)}/add/${resource.appId}"><h3>${resource.name}</h3><p>${resource.summary}</p></a>`,
    )}</div>`,
  })
}

function showOffers(context: PageContext, app: App): Response {
  const resource = findResourceByAppId(context.params.resourceAppId ?? '')
  if (!resource) return showApis(context, app)
  const kind = context.url.searchParams.get('type') === 'delegated' ? 'Scope' : 'Role'
  const here = `${permissionsPath(app)}/add/${resource.appId}`
  const offers = resource.permissions.filter((offer) => offer.kind === kind)
  return appPage(context, app, {
    title: `Request API permissions: ${resource.name}`,
    crumbs: [
      { label: 'API permissions', href: permissionsPath(app) },
      { label: 'Select an API', href: `${permissionsPath(app)}/add` },
    ],
    body: html`<h2>What type of permissions does your application require?</h2>
    <div class="pick" role="group" aria-label="Type of permissions">
      ${typeCard({ href: `${here}?type=delegated`, title: 'Delegated permissions', text: 'Your application needs to access the API as the signed-in user.', isChosen: kind === 'Scope' })}
      ${typeCard({ href: `${here}?type=application`, title: 'Application permissions', text: 'Your application runs as a background service or daemon without a signed-in user.', isChosen: kind === 'Role' })}
    </div>
    <form method="post" action="${here}" class="blade"><fieldset><legend>Select permissions</legend>
      ${offers.map((offer) => offerChoice(offer, app, resource))}</fieldset>
      <div class="actions"><button class="primary">Add permissions</button><a class="button" href="${permissionsPath(app)}">Discard</a></div></form>`,
  })
}

function typeCard(
  card: Readonly<{ href: string; title: string; text: string; isChosen: boolean }>,
): Html {
  return html`<a class="card${card.isChosen ? ' chosen' : ''}" href="${card.href}" aria-current="${card.isChosen ? 'true' : 'false'}"><h3>${card.title}</h3><p>${card.text}</p></a>`
}

function offerChoice(offer: OfferedPermission, app: App, resource: Resource): Html {
  const isAsked = app.permissions.some(
    (known) => known.id === offer.id && known.resourceAppId === resource.appId,
  )
  return choice({
    type: 'checkbox',
    name: 'permission',
    value: offer.id,
    checked: isAsked,
    label: offer.value,
    hint: `${offer.title}${offer.adminConsent ? ' · Admin consent required: Yes' : ''}`,
  })
}

async function addPermissions(context: PageContext, app: App): Promise<Response> {
  const resource = findResourceByAppId(context.params.resourceAppId ?? '')
  const chosen = new Set(context.form.getAll('permission'))
  const asked = (resource?.permissions ?? []).filter((offer) => chosen.has(offer.id))
  await context.store.change((draft) => {
    const owner = findApp(draft, app.clientId)
    if (!owner || !resource) return
    requestPermissions(
      owner,
      asked.map(({ id, kind }) => ({ resourceAppId: resource.appId, id, kind })),
    )
  })
  return seeOther(permissionsPath(app), 'permissions-added')
}

function askConsent(context: PageContext, app: App): Response {
  return appPage(context, app, {
    title: 'Grant admin consent confirmation.',
    crumbs: [{ label: 'API permissions', href: permissionsPath(app) }],
    body: html`<form method="post" action="${permissionsPath(app)}/consent" class="blade">
      <p>Do you want to grant consent for the requested permissions for all accounts in ${homeTenant.name}? This will update any existing admin consent records this application already has to match what is listed below.</p>
      <ul class="plain">${app.permissions.map((permission) => html`<li><code>${findPermission(permission.resourceAppId, permission.id)?.value}</code> ${permission.kind === 'Role' ? 'Application' : 'Delegated'}</li>`)}</ul>
      ${app.servicePrincipalId === null && callout('bad', 'This app has no service principal, so nothing can be granted to it.', 'Create it on the Overview page first.')}
      <div class="actions"><button class="primary">Yes</button><a class="button" href="${permissionsPath(app)}">No</a></div></form>`,
  })
}
