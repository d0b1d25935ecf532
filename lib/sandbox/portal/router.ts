import type { Flash } from '@/lib/sandbox/portal/flash'
import type { Store } from '@/lib/sandbox/state/store'

/** What every page of the portal is given. */
export type PageContext = Readonly<{
  store: Store
  now: Date
  url: URL
  /** The posted form; empty for GET. */
  form: URLSearchParams
  /** Parts of the path that its pattern names. */
  params: Readonly<Record<string, string>>
  flash: Flash
}>

export type PageHandler = (context: PageContext) => Response | Promise<Response>

/** One page or one act; in `path` a part such as `:clientId` matches anything but a slash. */
export type Route = Readonly<{ method: 'GET' | 'POST'; path: string; handle: PageHandler }>

export type Match =
  | Readonly<{ kind: 'found'; route: Route; params: Readonly<Record<string, string>> }>
  | Readonly<{ kind: 'wrong_method' }>
  | Readonly<{ kind: 'none' }>

/** Finds the route for a request; HEAD counts as GET. Literal parts win over named ones. */
export function matchRoute(routes: readonly Route[], method: string, pathname: string): Match {
  const wanted = method === 'HEAD' ? 'GET' : method
  const fitting = routes
    .map((route) => ({ route, params: matchPath(route.path, pathname) }))
    .filter((candidate) => candidate.params !== undefined)
    .sort((a, b) => countNamed(a.route.path) - countNamed(b.route.path))
  const found = fitting.find((candidate) => candidate.route.method === wanted)
  if (found?.params) return { kind: 'found', route: found.route, params: found.params }
  return { kind: fitting.length > 0 ? 'wrong_method' : 'none' }
}

function matchPath(pattern: string, pathname: string): Record<string, string> | undefined {
  const wanted = pattern.split('/')
  const given = pathname.replace(/(?<=.)\/$/, '').split('/')
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const actual = given[index] ?? ''
    if (!part.startsWith(':')) {
      if (part !== actual) return undefined
      continue
    }
    const decoded = decodePart(actual)
    if (!decoded) return undefined
    params[part.slice(1)] = decoded
  }
  return params
}

function decodePart(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    // A broken escape is nobody's id.
    return undefined
  }
}

function countNamed(path: string): number {
  return path.split('/').filter((part) => part.startsWith(':')).length
}
