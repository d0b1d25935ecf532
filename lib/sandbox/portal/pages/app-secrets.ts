import { seeOther } from '@/lib/sandbox/portal/frame'
import { type Html, html } from '@/lib/sandbox/portal/html'
import { appPage, appPath, changeApp, withApp } from '@/lib/sandbox/portal/pages/app-frame'
import {
  acts,
  badge,
  callout,
  copyCell,
  copyField,
  empty,
  formatDate,
  postButton,
  type Row,
  selectField,
  table,
  textField,
} from '@/lib/sandbox/portal/parts'
import type { PageContext, Route } from '@/lib/sandbox/portal/router'
import { addSecret, findApp } from '@/lib/sandbox/state/apps'
import type { App, Secret } from '@/lib/sandbox/state/state'

const base = '/practice/entra/apps/:clientId/secrets'
const dayMs = 86_400_000
const secretsPath = (app: App) => appPath(app, '/secrets')

/** *Certificates & secrets* of one app; certificates have their own acts. */
export const appSecretsRoutes: readonly Route[] = [
  { method: 'GET', path: base, handle: withApp(showSecrets) },
  { method: 'GET', path: `${base}/new`, handle: withApp((context, app) => showForm(context, app)) },
  { method: 'POST', path: `${base}/new`, handle: withApp(createSecret) },
  {
    method: 'POST',
    path: `${base}/:keyId/expire`,
    handle: changeApp({ path: secretsPath, done: 'secret-expired' }, (app, { params, now }) => {
      const secret = app.secrets.find((known) => known.keyId === params.keyId)
      if (secret) secret.expiresAtMs = now.getTime()
    }),
  },
  {
    method: 'POST',
    path: `${base}/:keyId/delete`,
    handle: changeApp({ path: secretsPath, done: 'secret-deleted' }, (app, { params }) => {
      app.secrets = app.secrets.filter((known) => known.keyId !== params.keyId)
    }),
  },
]

const lives = [
  { value: '180', label: 'Recommended: 180 days (6 months)' },
  { value: '90', label: '90 days (3 months)' },
  { value: '365', label: '365 days (12 months)' },
  { value: '545', label: '545 days (18 months)' },
  { value: '730', label: '730 days (24 months)' },
  { value: 'custom', label: 'Custom (end date below)' },
]

function showSecrets(context: PageContext, app: App): Response {
  const fresh = app.secrets.flatMap((secret) => {
    const value = context.flash.take(secret.keyId)
    return value === undefined ? [] : [{ secret, value }]
  })
  return appPage(context, app, {
    title: 'Certificates & secrets',
    body: html`
    ${fresh.map(({ secret, value }) => freshSecret(secret, value, context))}
    <section aria-labelledby="secrets"><h2 id="secrets">Client secrets (${app.secrets.length})</h2>
      <p class="hint">A secret string that the application uses to prove its identity when requesting a token. Also can be referred to as application password.</p>
      <div class="commands"><a class="button primary" href="${secretsPath(app)}/new">New client secret</a></div>
      ${
        app.secrets.length === 0
          ? empty('No client secrets have been created for this application.', '')
          : table(
              'Client secrets',
              ['Description', 'Expires', 'Value', 'Secret ID', 'Actions'],
              app.secrets.map((secret) => secretRow(secret, app, context)),
            )
      }
    </section>
    ${certificatesSection(app, context.now)}`,
  })
}

function freshSecret(secret: Secret, value: string, { store }: PageContext): Html {
  const wait = store.read().delays.secret
  return html`${callout(
    'warn',
    'Copy the value now: it is shown this once.',
    html`
    <p>Take the <strong>Value</strong>. The Secret ID next to it only names the secret and opens nothing.</p>
    <div class="copy-grid">${copyField('Value', value)}${copyField('Secret ID', secret.keyId)}</div>
    ${wait > 0 && html`<p>It takes ${wait} seconds until Entra accepts it, as in real life.</p>`}`,
  )}`
}

function secretRow(secret: Secret, app: App, { now }: PageContext): Row {
  const path = `${secretsPath(app)}/${secret.keyId}`
  const isOver = secret.expiresAtMs <= now.getTime()
  const name = secret.description
  return [
    name,
    expiry(secret.expiresAtMs, now),
    html`<span class="mono">${secret.hint}${'*'.repeat(15)}</span>`,
    copyCell(`Secret ID of ${name}`, secret.keyId),
    acts(
      !isOver && postButton({ action: `${path}/expire`, label: 'Expire now', name }),
      postButton({ action: `${path}/delete`, label: 'Delete', name, tone: 'danger' }),
    ),
  ]
}

function expiry(expiresAtMs: number, now: Date): Html {
  return html`<span class="date">${formatDate(expiresAtMs)}</span> ${expiryBadge(expiresAtMs, now)}`
}

function expiryBadge(expiresAtMs: number, now: Date): Html | undefined {
  const days = Math.ceil((expiresAtMs - now.getTime()) / dayMs)
  if (days <= 0) return badge('bad', 'Expired')
  return days <= 30 ? badge('warn', `${days} ${days === 1 ? 'day' : 'days'} left`) : undefined
}

function certificatesSection(app: App, now: Date): Html {
  const path = appPath(app, '/certificates')
  return html`<section aria-labelledby="certificates"><h2 id="certificates">Certificates (${app.certificates.length})</h2>
    <p class="hint">Certificates can be used as secrets to prove the application’s identity when requesting a token. Also can be referred to as public keys.</p>
    <div class="commands"><a class="button" href="${path}/new">Upload certificate</a></div>
    ${
      app.certificates.length > 0 &&
      table(
        'Certificates',
        ['Thumbprint', 'Description', 'Start date', 'Expires', 'Actions'],
        app.certificates.map((certificate) => [
          copyCell(`Thumbprint of ${certificate.subject}`, certificate.thumbprint),
          certificate.subject,
          formatDate(certificate.startsAtMs),
          expiry(certificate.expiresAtMs, now),
          acts(
            postButton({
              action: `${path}/${certificate.keyId}/delete`,
              label: 'Delete',
              name: certificate.subject,
              tone: 'danger',
            }),
          ),
        ]),
      )
    }</section>`
}

type Problems = Readonly<{ endDate?: string }>

function showForm(context: PageContext, app: App, problems: Problems = {}): Response {
  const { form } = context
  return appPage(context, app, {
    title: 'Add a client secret',
    status: problems.endDate ? 422 : 200,
    crumbs: [{ label: 'Certificates & secrets', href: secretsPath(app) }],
    body: html`<form method="post" action="${secretsPath(app)}/new" class="blade">
      ${textField({
        name: 'description',
        label: 'Description',
        value: form.get('description') ?? '',
        placeholder: 'Enter a description for this client secret',
      })}
      ${selectField({ name: 'expires', label: 'Expires', value: form.get('expires') ?? '180', options: lives })}
      ${textField({
        name: 'endDate',
        label: 'End date (custom only)',
        type: 'date',
        value: form.get('endDate') ?? '',
        hint: 'At most 24 months from today.',
        error: problems.endDate,
      })}
      <div class="actions"><button class="primary">Add</button><a class="button" href="${secretsPath(app)}">Cancel</a></div>
    </form>`,
  })
}

async function createSecret(context: PageContext, app: App): Promise<Response> {
  const { form, now, store, flash } = context
  const expiresAtMs = parseExpiry(form, now)
  if (expiresAtMs === undefined) {
    return showForm(context, app, {
      endDate: 'Choose a day from tomorrow on, at most 24 months away.',
    })
  }
  const description =
    (form.get('description') ?? '').trim().slice(0, 200) || 'Password uploaded by portal'
  const added = await store.change((draft) => {
    const owner = findApp(draft, app.clientId)
    return owner && addSecret(owner, { description, expiresAtMs, now })
  })
  if (added) flash.put(added.secret.keyId, added.value)
  return seeOther(secretsPath(app), 'secret-created')
}

/** Undefined where the end date is missing, no date, past, or over 24 months away. */
function parseExpiry(form: URLSearchParams, now: Date): number | undefined {
  const life = form.get('expires') ?? '180'
  if (life !== 'custom') {
    const days = lives.some(({ value }) => value === life) ? Number(life) : 180
    return now.getTime() + days * dayMs
  }
  const end = Date.parse(`${form.get('endDate')}T00:00:00Z`)
  const isPossible = end > now.getTime() && end <= now.getTime() + 731 * dayMs
  return isPossible ? end : undefined
}
