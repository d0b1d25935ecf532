import { findRaisedRefusal, raisedRefusals } from '@/lib/sandbox/entra/raised-refusals'
import { environments } from '@/lib/sandbox/hosts'
import { environmentTitles, page, seeOther } from '@/lib/sandbox/portal/frame'
import { type Html, html } from '@/lib/sandbox/portal/html'
import { appPath } from '@/lib/sandbox/portal/pages/app-frame'
import { choice, confirmButton, type Option, selectField } from '@/lib/sandbox/portal/parts'
import type { PageContext, Route } from '@/lib/sandbox/portal/router'
import { seedState } from '@/lib/sandbox/state/seed'
import { type Delays, Fault, type State } from '@/lib/sandbox/state/state'

const path = '/practice/faults'

/** *Break things*: what an environment does wrong, and how long changes take. */
export const faultsRoutes: readonly Route[] = [
  { method: 'GET', path, handle: showFaults },
  { method: 'POST', path, handle: saveFaults },
  { method: 'POST', path: `${path}/refusals`, handle: saveRefusals },
  { method: 'POST', path: `${path}/reset`, handle: reset },
]

const faultChoices: readonly Readonly<{ value: string; label: string; hint: string }>[] = [
  { value: 'none', label: 'Works', hint: 'Answers as it should.' },
  { value: 'throttled', label: 'Throttled', hint: '429 Too many requests, with Retry-After.' },
  { value: 'read_fails', label: 'Reading fails', hint: '500 with an X++ infolog in its body.' },
  { value: 'no_sets', label: 'No entity sets', hint: 'The service document is empty.' },
  { value: 'garbage', label: 'Garbage', hint: '200 with half of a JSON text.' },
  { value: 'maintenance', label: 'Maintenance', hint: '503, as while an update is applied.' },
  { value: 'bad_gateway', label: 'Bad gateway', hint: '502, as while its server restarts.' },
  { value: 'gateway_timeout', label: 'Gateway timeout', hint: '504, as for a heavy query.' },
  { value: 'firewall', label: 'Firewall', hint: '403 with HTML, from in front of F&O.' },
  { value: 'login_page', label: 'Sign-in page', hint: '200 with HTML where JSON belongs.' },
]

const refusalChoices: readonly Option[] = [
  { value: '', label: 'Given' },
  ...raisedRefusals.map(({ code, title }) => ({
    value: String(code),
    label: `Refused: AADSTS${code}, ${title}`,
  })),
]

const delayChoices: readonly Readonly<{ key: keyof Delays; label: string; hint: string }>[] = [
  { key: 'app', label: 'New app registration', hint: 'AADSTS700016 until then.' },
  { key: 'secret', label: 'New client secret', hint: 'AADSTS7000215 until then.' },
  { key: 'consent', label: 'Admin consent', hint: 'No roles in the token until then.' },
  { key: 'trust', label: 'Registration in F&O', hint: '401 until then.' },
]

const seconds = [0, 4, 15, 60, 180]

function showFaults({ store, url }: PageContext): Response {
  const state = store.read()
  return page({
    url,
    title: 'Break things',
    kicker: 'Practice',
    body: html`<p class="lead">See what each trouble looks like from Fivestep before it happens with a real environment. Secrets are expired, consent withdrawn and registrations deleted on their own pages.</p>
    <form method="post" action="${path}">
      ${environments.map((environment) => environmentFaults(environment, state))}
      <fieldset><legend>How long until a change takes effect</legend><div class="grid-2">
        ${delayChoices.map(({ key, label, hint }) =>
          selectField({
            name: `delay-${key}`,
            label,
            hint,
            value: String(state.delays[key]),
            options: [...new Set([...seconds, state.delays[key]])].map((value) => ({
              value: String(value),
              label: value === 0 ? 'At once' : `${value} seconds`,
            })),
          }),
        )}</div></fieldset>
      <div class="actions"><button class="primary">Save</button></div>
    </form>
    <section aria-labelledby="apps"><h2 id="apps">Apps</h2>${appRefusals(state)}</section>
    <section aria-labelledby="reset"><h2 id="reset">Start over</h2>
      ${confirmButton({ action: `${path}/reset`, label: 'Reset everything', question: 'Deletes every app, secret and registration of the practice tenant and mends what was broken. Connections that use them stop working.', confirm: 'Reset the practice tenant' })}
    </section>`,
  })
}

function environmentFaults(environment: (typeof environments)[number], state: State): Html {
  const current = state.environments[environment].fault ?? 'none'
  return html`<fieldset><legend>${environmentTitles[environment]}</legend><div class="choices">
    ${faultChoices.map((option) =>
      choice({
        type: 'radio',
        name: `fault-${environment}`,
        checked: option.value === current,
        ...option,
      }),
    )}</div></fieldset>`
}

function appRefusals(state: State): Html {
  if (state.apps.length === 0) return html`<p class="muted">No app is registered.</p>`
  return html`<p class="hint">Entra can refuse an app with codes that no page here leads to. Disable an app or delete its service principal on its own page.</p>
  <form method="post" action="${path}/refusals">
    <div class="grid-2">${state.apps.map((app) =>
      selectField({
        name: `refusal-${app.clientId}`,
        label: `Tokens for ${app.name}`,
        value: String(app.refusal ?? ''),
        options: refusalChoices,
      }),
    )}</div>
    <div class="actions"><button class="primary">Save for apps</button></div>
  </form>
  <ul class="plain">${state.apps.map((app) => html`<li><a href="${appPath(app)}">${app.name}</a> ${app.enabled ? '' : '(disabled)'}</li>`)}</ul>`
}

async function saveRefusals({ store, form }: PageContext): Promise<Response> {
  await store.change((draft) => {
    for (const app of draft.apps) {
      const asked = form.get(`refusal-${app.clientId}`)
      if (asked === null) continue
      app.refusal = findRaisedRefusal(Number(asked))?.code ?? null
    }
  })
  return seeOther(path, 'faults-saved')
}

async function saveFaults({ store, form }: PageContext): Promise<Response> {
  await store.change((draft) => {
    for (const environment of environments) {
      const asked = form.get(`fault-${environment}`)
      if (asked === null) continue
      draft.environments[environment].fault = Fault.nullable().catch(null).parse(asked)
    }
    for (const { key } of delayChoices) {
      const asked = Number(form.get(`delay-${key}`) ?? Number.NaN)
      if (Number.isInteger(asked) && asked >= 0 && asked <= 600) draft.delays[key] = asked
    }
  })
  return seeOther(path, 'faults-saved')
}

async function reset({ store }: PageContext): Promise<Response> {
  await store.change((draft) => {
    Object.assign(draft, seedState())
  })
  return seeOther('/practice', 'reset')
}
