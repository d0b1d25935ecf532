import { seeOther } from '@/lib/sandbox/portal/frame'
import { attributes, html } from '@/lib/sandbox/portal/html'
import { appPage, appPath, changeApp, withApp } from '@/lib/sandbox/portal/pages/app-frame'
import { described, field } from '@/lib/sandbox/portal/parts'
import type { PageContext, Route } from '@/lib/sandbox/portal/router'
import { findApp } from '@/lib/sandbox/state/apps'
import { CertificateRefused, parseCertificate } from '@/lib/sandbox/state/certificates'
import type { App, Certificate } from '@/lib/sandbox/state/state'

const base = '/practice/entra/apps/:clientId/certificates'
const secretsPath = (app: App) => appPath(app, '/secrets')

/** *Upload certificate*, and its deletion. */
export const appCertificatesRoutes: readonly Route[] = [
  { method: 'GET', path: `${base}/new`, handle: withApp((context, app) => showForm(context, app)) },
  { method: 'POST', path: `${base}/new`, handle: withApp(upload) },
  {
    method: 'POST',
    path: `${base}/:keyId/delete`,
    handle: changeApp({ path: secretsPath, done: 'certificate-deleted' }, (app, { params }) => {
      app.certificates = app.certificates.filter((known) => known.keyId !== params.keyId)
    }),
  },
]

const reasons: Readonly<Record<CertificateRefused['code'], string>> = {
  unreadable:
    'This is no certificate. Paste the public part, from BEGIN CERTIFICATE to END CERTIFICATE.',
  private_key:
    'This holds a private key. It belongs to your integration alone: paste only the certificate.',
  key_type: 'Only certificates with an RSA key can be used.',
}

function showForm(context: PageContext, app: App, error?: string): Response {
  const options = {
    name: 'pem',
    label: 'Certificate (PEM or Base64 .cer)',
    hint: 'The public key only. Its owner keeps the private key.',
    error,
  }
  const control = html`<textarea${attributes({
    id: 'pem',
    name: 'pem',
    rows: '10',
    required: true,
    class: 'mono',
    spellcheck: 'false',
    ...described(options),
  })}></textarea>`
  return appPage(context, app, {
    title: 'Upload certificate',
    status: error ? 422 : 200,
    crumbs: [{ label: 'Certificates & secrets', href: secretsPath(app) }],
    body: html`<form method="post" action="${appPath(app, '/certificates/new')}" class="blade">
      ${field(options, control)}
      <div class="actions"><button class="primary">Add</button><a class="button" href="${secretsPath(app)}">Cancel</a></div>
    </form>`,
  })
}

async function upload(context: PageContext, app: App): Promise<Response> {
  let certificate: Certificate
  try {
    certificate = parseCertificate(context.form.get('pem') ?? '')
  } catch (error) {
    if (!(error instanceof CertificateRefused)) throw error
    return showForm(context, app, reasons[error.code])
  }
  await context.store.change((draft) => {
    const owner = findApp(draft, app.clientId)
    const isNew = !owner?.certificates.some((known) => known.thumbprint === certificate.thumbprint)
    if (owner && isNew) owner.certificates.push(certificate)
  })
  return seeOther(secretsPath(app), 'certificate-added')
}
