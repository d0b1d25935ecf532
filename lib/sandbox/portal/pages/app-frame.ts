import { type Crumb, page } from '@/lib/sandbox/portal/frame'
import { html, type Part } from '@/lib/sandbox/portal/html'
import type { PageContext } from '@/lib/sandbox/portal/router'
import { findApp } from '@/lib/sandbox/state/apps'
import type { App } from '@/lib/sandbox/state/state'

export const appsCrumb: Crumb = { label: 'App registrations', href: '/practice/entra/apps' }

export function appPath(app: Pick<App, 'clientId'>, rest = ''): string {
  return `/practice/entra/apps/${app.clientId}${rest}`
}

/** A page about one app, under its name and tabs. */
export function appPage(
  context: PageContext,
  app: App,
  content: Readonly<{ title: string; body: Part; crumbs?: readonly Crumb[]; status?: 200 | 422 }>,
): Response {
  return page({
    url: context.url,
    title: content.title,
    kicker: content.title === app.name ? 'App registration' : `${app.name} · App registration`,
    crumbs: [appsCrumb, { label: app.name, href: appPath(app) }, ...(content.crumbs ?? [])],
    tabs: [
      { label: 'Overview', href: appPath(app) },
      { label: 'Certificates & secrets', href: appPath(app, '/secrets') },
      { label: 'API permissions', href: appPath(app, '/permissions') },
    ],
    body: content.body,
    status: content.status ?? 200,
  })
}

/** Runs `show` for the app that the path names, or says that there is none. */
export function withApp(
  show: (context: PageContext, app: App) => Response | Promise<Response>,
): (context: PageContext) => Response | Promise<Response> {
  return (context) => {
    const app = findApp(context.store.read(), context.params.clientId ?? '')
    return app ? show(context, app) : appNotFound(context)
  }
}

/**
 * Runs `edit` on the app of the path and goes on to `next`. Nothing happens to an app that has
 * been deleted meanwhile.
 */
export function changeApp(
  next: Readonly<{ path: (app: App) => string; done: string }>,
  edit: (app: App, context: PageContext) => void,
): (context: PageContext) => Promise<Response> {
  return async (context) => {
    const changed = await context.store.change((draft) => {
      const app = findApp(draft, context.params.clientId ?? '')
      if (app) edit(app, context)
      return app
    })
    if (!changed) return appNotFound(context)
    return new Response(null, {
      status: 303,
      headers: { location: `${next.path(changed)}?done=${next.done}` },
    })
  }
}

function appNotFound({ url, params }: PageContext): Response {
  return page({
    url,
    title: 'Application not found',
    kicker: 'App registrations',
    crumbs: [appsCrumb],
    body: html`<p>No application with the client id <code>${params.clientId}</code> is registered in this tenant. It may have been deleted.</p>
    <p><a class="button" href="${appsCrumb.href}">All applications</a></p>`,
    status: 404,
  })
}
