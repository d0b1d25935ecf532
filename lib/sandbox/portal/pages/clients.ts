import type { Environment } from '@/lib/sandbox/hosts'
import { page, seeOther } from '@/lib/sandbox/portal/frame'
import { html } from '@/lib/sandbox/portal/html'
import {
  environmentKicker,
  environmentPath,
  withEnvironment,
} from '@/lib/sandbox/portal/pages/environment-frame'
import {
  copyCell,
  empty,
  formatDate,
  postButton,
  type Row,
  selectField,
  table,
  textField,
} from '@/lib/sandbox/portal/parts'
import type { PageContext, Route } from '@/lib/sandbox/portal/router'
import { createFinopsState } from '@/lib/sandbox/state/finops-state'
import type { Registration } from '@/lib/sandbox/types'

const base = '/practice/finops/:environment/clients'
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** F&O's form *Microsoft Entra ID applications* of one environment. */
export const clientsRoutes: readonly Route[] = [
  { method: 'GET', path: base, handle: withEnvironment(showClients) },
  {
    method: 'GET',
    path: `${base}/new`,
    handle: withEnvironment((context, environment) => showForm(context, environment, {})),
  },
  { method: 'POST', path: `${base}/new`, handle: withEnvironment(saveClient) },
  { method: 'POST', path: `${base}/:clientId/delete`, handle: withEnvironment(deleteClient) },
]

const trail = 'System administration > Setup > Microsoft Entra ID applications'

function stateOf({ store, now }: PageContext, environment: Environment) {
  return createFinopsState(store, environment, () => now)
}

function showClients(context: PageContext, environment: Environment): Response {
  const path = environmentPath(environment, '/clients')
  const rows = stateOf(context, environment).listRegistrations()
  return page({
    url: context.url,
    title: 'Microsoft Entra ID applications',
    kicker: environmentKicker(environment),
    body: html`<p class="hint">${trail}</p>
    <p>Here the environment learns which client ids may call it, and as which of its users. Without a row here it answers a perfectly good token with 401.</p>
    <div class="commands"><a class="button primary" href="${path}/new">New</a></div>
    ${
      rows.length === 0
        ? empty(
            'No client is registered in this environment',
            'This is step 5: choose New and enter the client id of your app.',
          )
        : table(
            'Microsoft Entra ID applications',
            ['Name', 'Client Id', 'User ID', 'Created', 'Actions'],
            rows.map((row) => clientRow(row, path)),
          )
    }`,
  })
}

function clientRow(row: Registration, path: string): Row {
  return [
    row.name,
    copyCell(`Client Id of ${row.name}`, row.clientId),
    row.userId,
    formatDate(row.createdAtMs),
    postButton({
      action: `${path}/${row.clientId}/delete`,
      label: 'Delete',
      name: row.name,
      tone: 'danger',
    }),
  ]
}

type Problems = Readonly<{ clientId?: string | undefined; userId?: string | undefined }>

function showForm(context: PageContext, environment: Environment, problems: Problems): Response {
  const path = environmentPath(environment, '/clients')
  const { form } = context
  const users = stateOf(context, environment).users()
  return page({
    url: context.url,
    title: 'New client',
    kicker: environmentKicker(environment),
    crumbs: [{ label: 'Microsoft Entra ID applications', href: path }],
    status: Object.values(problems).some(Boolean) ? 422 : 200,
    body: html`<form method="post" action="${path}/new" class="blade">
      ${textField({
        name: 'clientId',
        label: 'Client Id',
        value: form.get('clientId') ?? '',
        placeholder: '00000000-0000-0000-0000-000000000000',
        hint: 'The Application (client) ID of the app, from step 1.',
        required: true,
        mono: true,
        error: problems.clientId,
      })}
      ${textField({ name: 'name', label: 'Name', value: form.get('name') ?? '', placeholder: 'ODataIntegration', maxLength: 120 })}
      ${selectField({
        name: 'userId',
        label: 'User ID',
        value: form.get('userId') ?? '',
        hint: 'The user whose rights the integration will have. A service account of its own beats Admin.',
        error: problems.userId,
        options: [
          { value: '', label: 'Select a user' },
          ...users.map((user) => ({
            value: user.userId,
            label: `${user.userId} · ${user.name}${user.enabled ? '' : ' (disabled)'}`,
          })),
        ],
      })}
      <div class="actions"><button class="primary">Save</button><a class="button" href="${path}">Cancel</a></div>
    </form>`,
  })
}

async function saveClient(context: PageContext, environment: Environment): Promise<Response> {
  const state = stateOf(context, environment)
  const clientId = (context.form.get('clientId') ?? '').trim().toLowerCase()
  const userId = context.form.get('userId') ?? ''
  const problems = {
    clientId: clientIdProblem(clientId, state.listRegistrations()),
    userId: state.users().some((user) => user.userId === userId)
      ? undefined
      : 'Field User ID must be filled in.',
  }
  if (problems.clientId ?? problems.userId) return showForm(context, environment, problems)
  const name = (context.form.get('name') ?? '').trim().slice(0, 120) || clientId
  await state.addRegistration({ clientId, name, userId })
  return seeOther(environmentPath(environment, '/clients'), 'registration-saved')
}

function clientIdProblem(clientId: string, rows: readonly Registration[]): string | undefined {
  if (clientId === '') return 'Field Client Id must be filled in.'
  if (!guid.test(clientId))
    return 'A client id is a GUID, such as the Application (client) ID on the app’s Overview page.'
  const isKnown = rows.some((row) => row.clientId === clientId)
  return isKnown ? 'Cannot create a record: this client id is registered already.' : undefined
}

async function deleteClient(context: PageContext, environment: Environment): Promise<Response> {
  await stateOf(context, environment).removeRegistration(context.params.clientId ?? '')
  return seeOther(environmentPath(environment, '/clients'), 'registration-deleted')
}
