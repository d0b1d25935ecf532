import { randomUUID } from 'node:crypto'
import { homeTenant } from '@/lib/sandbox/entra/tenants'
import { seeOther } from '@/lib/sandbox/portal/frame'
import { type Html, html } from '@/lib/sandbox/portal/html'
import {
  appPage,
  appPath,
  appsCrumb,
  changeApp,
  withApp,
} from '@/lib/sandbox/portal/pages/app-frame'
import { badge, confirmButton, copyField, fact, postButton } from '@/lib/sandbox/portal/parts'
import type { PageContext, Route } from '@/lib/sandbox/portal/router'
import type { App } from '@/lib/sandbox/state/state'

const base = '/practice/entra/apps/:clientId'

/** *Overview* of one app, and what can be done to the app as a whole. */
export const appOverviewRoutes: readonly Route[] = [
  { method: 'GET', path: base, handle: withApp(showOverview) },
  { method: 'POST', path: `${base}/delete`, handle: deleteApp },
  {
    method: 'POST',
    path: `${base}/enable`,
    handle: changeApp({ path: appPath, done: 'app-enabled' }, (app) => {
      app.enabled = true
    }),
  },
  {
    method: 'POST',
    path: `${base}/disable`,
    handle: changeApp({ path: appPath, done: 'app-disabled' }, (app) => {
      app.enabled = false
    }),
  },
  {
    method: 'POST',
    path: `${base}/principal/create`,
    handle: changeApp({ path: appPath, done: 'principal-created' }, (app) => {
      app.servicePrincipalId ??= randomUUID()
    }),
  },
  {
    method: 'POST',
    path: `${base}/principal/delete`,
    handle: changeApp({ path: appPath, done: 'principal-deleted' }, (app) => {
      app.servicePrincipalId = null
      app.grants = []
    }),
  },
]

function showOverview(context: PageContext, app: App): Response {
  return appPage(context, app, {
    title: app.name,
    body: html`
    <section aria-labelledby="essentials"><h2 id="essentials">Essentials</h2>
      <div class="copy-grid">
        ${copyField('Display name', app.name)}
        ${copyField('Application (client) ID', app.clientId)}
        ${copyField('Object ID', app.objectId)}
        ${copyField('Directory (tenant) ID', homeTenant.tenantId)}
      </div>
      <dl class="facts">
        ${fact('Supported account types', app.audience === 'AzureADMyOrg' ? 'My organization only' : 'Multiple organizations')}
        ${fact('Client credentials', html`<a href="${appPath(app, '/secrets')}">${credentialCount(app)}</a>`)}
        ${fact('Redirect URIs', redirectList(app))}
        ${fact('Application ID URI', html`<span class="muted">Not set</span>`)}
        ${fact('State', app.enabled ? badge('good', 'Activated') : badge('bad', 'Disabled'))}
        ${fact('Managed application in local directory', app.servicePrincipalId ? app.name : html`<span class="muted">No service principal</span>`)}
      </dl>
    </section>
    ${enterpriseSection(app)}
    <section aria-labelledby="remove"><h2 id="remove">Delete</h2>
      ${confirmButton({
        action: appPath(app, '/delete'),
        label: 'Delete',
        question: `Deletes ${app.name} with its secrets and consent. Entra will answer AADSTS700016 to it.`,
        confirm: 'Delete app registration',
      })}
    </section>`,
  })
}

function enterpriseSection(app: App): Html {
  return html`<section aria-labelledby="enterprise"><h2 id="enterprise">Enterprise application</h2>
    <p class="hint">What an administrator of the tenant can do to the app’s service principal, and you to see what happens then.</p>
    <dl class="facts">
      ${fact(
        'Enabled for users to sign-in?',
        html`${app.enabled ? 'Yes' : 'No'} ${postButton({
          action: appPath(app, app.enabled ? '/disable' : '/enable'),
          label: app.enabled ? 'Disable' : 'Enable',
          name: app.name,
        })}`,
      )}
      ${fact(
        'Service principal',
        html`${app.servicePrincipalId ? html`<code>${app.servicePrincipalId}</code>` : 'None'} ${postButton(
          {
            action: appPath(
              app,
              app.servicePrincipalId ? '/principal/delete' : '/principal/create',
            ),
            label: app.servicePrincipalId ? 'Delete service principal' : 'Create service principal',
          },
        )}`,
      )}
    </dl></section>`
}

function redirectList(app: App): Html {
  if (app.redirectUris.length === 0) return html`<span class="muted">None</span>`
  return html`${app.redirectUris.map(({ platform, uri }) => html`<div>${platform}: <span class="mono">${uri}</span></div>`)}`
}

function credentialCount(app: App): string {
  const count = (amount: number, one: string) => `${amount} ${one}${amount === 1 ? '' : 's'}`
  return `${count(app.certificates.length, 'certificate')}, ${count(app.secrets.length, 'secret')}`
}

async function deleteApp({ store, params }: PageContext): Promise<Response> {
  await store.change((draft) => {
    draft.apps = draft.apps.filter((app) => app.clientId !== params.clientId?.toLowerCase())
  })
  return seeOther(appsCrumb.href, 'app-deleted')
}
