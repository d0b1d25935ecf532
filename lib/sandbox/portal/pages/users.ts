import type { Environment } from '@/lib/sandbox/hosts'
import { page, seeOther } from '@/lib/sandbox/portal/frame'
import { html } from '@/lib/sandbox/portal/html'
import {
  environmentKicker,
  environmentPath,
  withEnvironment,
} from '@/lib/sandbox/portal/pages/environment-frame'
import { badge, choice, type Row, selectField, table } from '@/lib/sandbox/portal/parts'
import type { PageContext, Route } from '@/lib/sandbox/portal/router'
import type { PracticeUser } from '@/lib/sandbox/types'

const base = '/practice/finops/:environment/users'

/** Security roles that a user can be given in the practice environments. */
const roles = [
  'System administrator',
  'System user',
  'Data management operations user',
  'Accounts receivable manager',
  'Accounts receivable clerk',
  'Accounts payable manager',
  'Accounts payable clerk',
  'Accounting manager',
  'Information technology manager',
]

const companies = ['usmf', 'ussi', 'demf', 'gbsi', 'dat']

/** F&O's *Users* of one environment: enabled or not, default company and roles. */
export const usersRoutes: readonly Route[] = [
  { method: 'GET', path: base, handle: withEnvironment(showUsers) },
  { method: 'GET', path: `${base}/:userId`, handle: withEnvironment(showUser) },
  { method: 'POST', path: `${base}/:userId`, handle: withEnvironment(saveUser) },
]

function usersOf({ store }: PageContext, environment: Environment): readonly PracticeUser[] {
  return store.read().environments[environment].users
}

function showUsers(context: PageContext, environment: Environment): Response {
  const path = environmentPath(environment, '/users')
  return page({
    url: context.url,
    title: 'Users',
    kicker: environmentKicker(environment),
    body: html`<p class="hint">System administration > Users > Users</p>
    <p>An integration may do what the user it is mapped to may do. Disable the user or take its roles away to see what the integration is told.</p>
    ${table(
      'Users',
      ['User ID', 'User name', 'Company', 'Enabled', 'Security roles'],
      usersOf(context, environment).map((user) => userRow(user, path)),
    )}`,
  })
}

function userRow(user: PracticeUser, path: string): Row {
  return [
    html`<a href="${path}/${encodeURIComponent(user.userId)}">${user.userId}</a>`,
    html`${user.name}<br><span class="muted">${user.email}</span>`,
    user.company.toUpperCase(),
    user.enabled ? badge('good', 'Yes') : badge('bad', 'No'),
    user.roles.length === 0 ? html`<span class="muted">None</span>` : user.roles.join(', '),
  ]
}

function showUser(context: PageContext, environment: Environment): Response {
  const path = environmentPath(environment, '/users')
  const user = usersOf(context, environment).find((one) => one.userId === context.params.userId)
  if (!user) return showUsers(context, environment)
  const offered = [...new Set([...roles, ...user.roles])]
  return page({
    url: context.url,
    title: user.userId,
    kicker: environmentKicker(environment),
    crumbs: [{ label: 'Users', href: path }],
    body: html`<form method="post" action="${path}/${encodeURIComponent(user.userId)}" class="blade">
      <p>${user.name} <span class="muted">${user.email}</span></p>
      ${choice({ type: 'checkbox', name: 'enabled', value: 'yes', checked: user.enabled, label: 'Enabled', hint: 'A disabled user may call nothing.' })}
      ${selectField({
        name: 'company',
        label: 'Company',
        value: user.company,
        hint: 'The default company: all that is read without cross-company=true.',
        options: [...new Set([...companies, user.company])].map((value) => ({
          value,
          label: value.toUpperCase(),
        })),
      })}
      <fieldset><legend>Security roles</legend>
        ${offered.map((role) => choice({ type: 'checkbox', name: 'role', value: role, checked: user.roles.includes(role), label: role }))}
      </fieldset>
      <div class="actions"><button class="primary">Save</button><a class="button" href="${path}">Cancel</a></div></form>`,
  })
}

async function saveUser(context: PageContext, environment: Environment): Promise<Response> {
  const { form, params, store } = context
  await store.change((draft) => {
    const user = draft.environments[environment].users.find((one) => one.userId === params.userId)
    if (!user) return
    const known = new Set([...roles, ...user.roles])
    user.enabled = form.get('enabled') === 'yes'
    user.roles = form.getAll('role').filter((role) => known.has(role))
    const company = form.get('company') ?? ''
    if (companies.includes(company)) user.company = company
  })
  return seeOther(environmentPath(environment, '/users'), 'user-saved')
}
