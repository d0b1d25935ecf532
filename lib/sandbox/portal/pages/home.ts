import { homeTenant } from '@/lib/sandbox/entra/tenants'
import { environmentHost, environments, loginOrigin } from '@/lib/sandbox/hosts'
import { environmentTitles, page } from '@/lib/sandbox/portal/frame'
import { type Html, html } from '@/lib/sandbox/portal/html'
import { badge, copyField } from '@/lib/sandbox/portal/parts'
import type { PageContext } from '@/lib/sandbox/portal/router'
import type { State } from '@/lib/sandbox/state/state'

/** `/practice`: what this is, where things stand, where to go. */
export function showHome({ store, url }: PageContext): Response {
  const state = store.read()
  return page({
    url,
    title: 'Practice tenant',
    kicker: 'Overview',
    body: html`
    <p class="lead">Walk the five steps here as you would in the Azure portal and in Finance and Operations, with the same names in the same places. Your connection then talks to this tenant over real TLS, and fails for the same reasons as it would with Microsoft’s.</p>
    <div class="cards">
      ${entraCard(state)}
      ${environments.map((environment) => environmentCard(environment, state))}
      ${faultsCard(state)}
    </div>
    <section aria-labelledby="facts"><h2 id="facts">Facts of this tenant</h2>
      <div class="copy-grid">
        ${copyField('Directory (tenant) ID', homeTenant.tenantId)}
        ${copyField('Primary domain', homeTenant.domain)}
        ${environments.map((name) => copyField(`Environment URL, ${environmentTitles[name]}`, `https://${environmentHost(name)}`))}
        ${copyField('Token endpoint (v2.0)', `${loginOrigin}/${homeTenant.tenantId}/oauth2/v2.0/token`)}
      </div>
      <p class="hint">Only Fivestep and programs that trust this server’s practice certificate can reach these addresses; a browser cannot open them.</p>
    </section>`,
  })
}

function entraCard(state: State): Html {
  const apps = state.apps.length
  return html`<a class="card" href="/practice/entra/apps"><span class="steps">Steps 1, 2 and 3</span><h2>App registrations</h2>
    <p>Register an app, make its secret, add the Dynamics ERP permission and grant admin consent.</p>
    <p class="state">${apps === 0 ? 'No app yet' : `${apps} ${apps === 1 ? 'app' : 'apps'}`}</p></a>`
}

function environmentCard(environment: (typeof environments)[number], state: State): Html {
  const { registrations, fault } = state.environments[environment]
  const count = registrations.length
  return html`<a class="card" href="/practice/finops/${environment}/clients"><span class="steps">Step 5</span>
    <h2>${environmentTitles[environment]}</h2>
    <p>The form Microsoft Entra ID applications, where the environment learns to trust a client id.</p>
    <p class="state">${count === 0 ? 'No app registered' : `${count} registered`} ${fault && badge('bad', 'Broken on purpose')}</p></a>`
}

function faultsCard(state: State): Html {
  const broken = environments.filter((name) => state.environments[name].fault !== null).length
  const disabled = state.apps.filter((app) => !app.enabled).length
  return html`<a class="card" href="/practice/faults"><span class="steps">For training</span><h2>Break things</h2>
    <p>Throttle an environment, take it down, disable an app, or slow down how fast changes take effect.</p>
    <p class="state">${broken + disabled === 0 ? 'All is well' : `${broken + disabled} broken on purpose`}</p></a>`
}
