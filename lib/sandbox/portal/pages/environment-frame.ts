import { type Environment, environmentHost, findEnvironment } from '@/lib/sandbox/hosts'
import { environmentTitles, page } from '@/lib/sandbox/portal/frame'
import { html } from '@/lib/sandbox/portal/html'
import type { PageContext } from '@/lib/sandbox/portal/router'

/** `https://contoso-uat…/?cmp=usmf · Contoso UAT`, as the small line above a form's title. */
export function environmentKicker(environment: Environment): string {
  return `${environmentTitles[environment]} · ${environmentHost(environment)}`
}

export function environmentPath(environment: Environment, rest: string): string {
  return `/practice/finops/${environment}${rest}`
}

/** Runs `show` for the environment that the path names, or says that there is none. */
export function withEnvironment(
  show: (context: PageContext, environment: Environment) => Response | Promise<Response>,
): (context: PageContext) => Response | Promise<Response> {
  return (context) => {
    const environment = findEnvironment(context.params.environment ?? '')
    if (environment) return show(context, environment)
    return page({
      url: context.url,
      title: 'Environment not found',
      kicker: 'Finance and Operations',
      body: html`<p>The practice tenant has no environment of that name.</p>`,
      status: 404,
    })
  }
}
