import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** What Next calls for one method of one route file. */
export type RouteHandler = (
  request: Request,
  context: Readonly<{ params: Promise<unknown> }>,
) => Promise<Response>

/** One way into the server, as the tests that walk all of them see it. */
export type Route = Readonly<{
  method: string
  /** As the file has it: `/api/connections/[connectionId]`. */
  path: string
  handler: RouteHandler
}>

const app = fileURLToPath(new URL('../', import.meta.url))
const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Every exported method of every `route.ts` below `app/`, in the order of their paths. */
export async function everyRoute(): Promise<Route[]> {
  const files = filesNamed('route.ts')
  const modules = await Promise.all(
    files.map(async (file) => ({
      path: addressOf(file, 'route.ts'),
      exported: (await import(pathToFileURL(join(app, file)).href)) as Record<string, RouteHandler>,
    })),
  )
  return modules.flatMap(({ path, exported }) =>
    methods.flatMap((method) => {
      const handler = exported[method]
      return handler ? [{ method, path, handler }] : []
    }),
  )
}

/**
 * Every page below `app/`: its address, its file, and the layouts and `find-…` files beside it and
 * above, where it or its layouts may ask who may see it.
 */
export function everyPage(): Readonly<{ path: string; files: readonly string[] }>[] {
  return filesNamed('page.tsx').map((file) => ({
    path: addressOf(file, 'page.tsx'),
    files: foldersAbove(file).flatMap((folder, index) =>
      readdirSync(join(app, folder))
        .filter((name) => askers.test(name) || (index === 0 && name === 'page.tsx'))
        .map((name) => join(app, folder, name)),
    ),
  }))
}

const askers = /^(layout\.tsx|find-[\w-]+\.ts)$/

/** The folder of `file` first. */
function foldersAbove(file: string): string[] {
  const folders = file.split('/').slice(0, -1)
  return folders.map((_, index) => folders.slice(0, folders.length - index).join('/')).concat('')
}

function filesNamed(name: string): string[] {
  return readdirSync(app, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file === name || file.endsWith(`/${name}`))
    .sort()
}

/** Groups in round brackets are folders only. */
function addressOf(file: string, name: string): string {
  const folders = file
    .slice(0, -name.length)
    .split('/')
    .filter((folder) => folder !== '' && !folder.startsWith('('))
  return `/${folders.join('/')}`
}

/** `path` with its parameters filled in, and the parameters as Next hands them to a route. */
export function fillPath(
  path: string,
  values: Readonly<Record<string, string>>,
): { address: string; params: Record<string, string | string[]> } {
  const params: Record<string, string | string[]> = {}
  const folders = path.split('/').map((folder) => {
    const [, rest, name] = /^\[+([.]{3})?(\w+)\]+$/.exec(folder) ?? []
    if (name === undefined) return folder
    const value = values[name] ?? 'x'
    params[name] = rest ? value.split('/') : value
    return value
  })
  return { address: folders.join('/'), params }
}
