import { graph } from '@/lib/sandbox/entra/resources'
import { homeTenant } from '@/lib/sandbox/entra/tenants'
import { page, seeOther } from '@/lib/sandbox/portal/frame'
import { type Html, html } from '@/lib/sandbox/portal/html'
import { appPath, appsCrumb } from '@/lib/sandbox/portal/pages/app-frame'
import {
  badge,
  choice,
  copyCell,
  empty,
  formatDate,
  type Row,
  selectField,
  table,
  textField,
} from '@/lib/sandbox/portal/parts'
import type { PageContext, Route } from '@/lib/sandbox/portal/router'
import { registerApp } from '@/lib/sandbox/state/apps'
import { type App, RedirectPlatform } from '@/lib/sandbox/state/state'

const newPath = '/practice/entra/apps/new'

/** The list of apps, and *Register an application*. */
export const appsRoutes: readonly Route[] = [
  { method: 'GET', path: appsCrumb.href, handle: showApps },
  { method: 'GET', path: newPath, handle: (context) => showForm(context, {}) },
  { method: 'POST', path: newPath, handle: register },
]

function showApps({ store, url, now }: PageContext): Response {
  const apps = store.read().apps.toSorted((a, b) => b.createdAtMs - a.createdAtMs)
  return page({
    url,
    title: 'App registrations',
    kicker: `Microsoft Entra ID · ${homeTenant.name}`,
    body: html`<div class="commands"><a class="button primary" href="${newPath}">New registration</a></div>
    ${
      apps.length === 0
        ? empty(
            'No application is registered yet',
            'Step 1 begins here: choose New registration and name the app that your integration will sign in as.',
          )
        : table(
            'App registrations',
            ['Display name', 'Application (client) ID', 'Created on', 'Certificates & secrets'],
            apps.map((app) => appRow(app, now)),
          )
    }`,
  })
}

function appRow(app: App, now: Date): Row {
  return [
    html`<a href="${appPath(app)}">${app.name}</a> ${!app.enabled && badge('bad', 'Disabled')}`,
    copyCell(`Application (client) ID of ${app.name}`, app.clientId),
    formatDate(app.createdAtMs),
    credentialBadge(app, now),
  ]
}

function credentialBadge(app: App, now: Date): Html {
  const ends = [...app.secrets, ...app.certificates].map((credential) => credential.expiresAtMs)
  if (ends.length === 0) return badge('neutral', 'None')
  return ends.some((end) => end > now.getTime())
    ? badge('good', 'Current')
    : badge('bad', 'Expired')
}

type Problems = Readonly<{ name?: string | undefined; redirectUri?: string | undefined }>

function showForm({ url, form }: PageContext, problems: Problems): Response {
  const audience = form.get('audience') ?? 'AzureADMyOrg'
  return page({
    url,
    title: 'Register an application',
    kicker: `Microsoft Entra ID · ${homeTenant.name}`,
    crumbs: [appsCrumb],
    status: Object.values(problems).some(Boolean) ? 422 : 200,
    body: html`<form method="post" action="${newPath}" class="blade">
      ${textField({
        name: 'name',
        label: 'Name',
        hint: 'The user-facing display name for this application. This can be changed later.',
        value: form.get('name') ?? '',
        placeholder: 'ODataIntegration',
        required: true,
        maxLength: 120,
        error: problems.name,
      })}
      <fieldset><legend>Supported account types</legend>
        ${choice({
          type: 'radio',
          name: 'audience',
          value: 'AzureADMyOrg',
          checked: audience === 'AzureADMyOrg',
          label: `Accounts in this organizational directory only (${homeTenant.name} only - Single tenant)`,
          hint: 'The usual choice for an integration.',
        })}
        ${choice({
          type: 'radio',
          name: 'audience',
          value: 'AzureADMultipleOrgs',
          checked: audience === 'AzureADMultipleOrgs',
          label:
            'Accounts in any organizational directory (Any Microsoft Entra ID tenant - Multitenant)',
        })}
      </fieldset>
      <fieldset><legend>Redirect URI (optional)</legend>
        <div class="row">
        ${selectField({
          name: 'platform',
          label: 'Select a platform',
          value: form.get('platform') ?? 'Web',
          options: [
            { value: 'Web', label: 'Web' },
            { value: 'SPA', label: 'Single-page application (SPA)' },
            { value: 'PublicClient', label: 'Public client/native (mobile & desktop)' },
          ],
        })}
        ${textField({
          name: 'redirectUri',
          label: 'Redirect URI',
          value: form.get('redirectUri') ?? '',
          placeholder: 'https://contoso-uat.practice.localhost/auth',
          error: problems.redirectUri,
        })}
        </div>
      </fieldset>
      <div class="actions"><button class="primary">Register</button><a class="button" href="${appsCrumb.href}">Cancel</a></div>
    </form>`,
  })
}

async function register(context: PageContext): Promise<Response> {
  const { form, store, now } = context
  const name = (form.get('name') ?? '').trim()
  const uri = (form.get('redirectUri') ?? '').trim()
  const problems = {
    name: nameProblem(name),
    redirectUri: uri === '' ? undefined : uriProblem(uri),
  }
  if (problems.name ?? problems.redirectUri) return showForm(context, problems)

  const platform = RedirectPlatform.catch('Web').parse(form.get('platform'))
  const app = await store.change((draft) =>
    registerApp(draft, {
      name,
      audience:
        form.get('audience') === 'AzureADMultipleOrgs' ? 'AzureADMultipleOrgs' : 'AzureADMyOrg',
      redirectUris: uri === '' ? [] : [{ platform, uri }],
      permissions: defaultPermissions(),
      servicePrincipal: true,
      now,
    }),
  )
  return seeOther(appPath(app), 'app-created')
}

/** The portal asks for *User.Read* on every new app, and so does this one. */
function defaultPermissions() {
  return graph.permissions
    .filter((permission) => permission.value === 'User.Read')
    .map(({ id, kind }) => ({ resourceAppId: graph.appId, id, kind }))
}

function nameProblem(name: string): string | undefined {
  if (name === '') return 'The name must not be empty.'
  if (name.length > 120) return 'The name must not be longer than 120 characters.'
  return /[<>;&%]/.test(name) ? 'These characters cannot be used in a name: < > ; & %' : undefined
}

function uriProblem(uri: string): string | undefined {
  try {
    const { protocol, hostname, hash } = new URL(uri)
    const isLocal = hostname === 'localhost' && protocol === 'http:'
    if (protocol !== 'https:' && !isLocal) return 'Must start with "HTTPS" or "http://localhost".'
    return hash === '' ? undefined : 'Must not contain a fragment (#).'
  } catch {
    // The constructor's complaint is no sentence for a person.
    return 'Must be a valid URL, such as https://contoso-uat.practice.localhost/auth'
  }
}
