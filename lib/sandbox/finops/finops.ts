import { createCatalog } from '@/lib/sandbox/finops/data/catalog'
import { noRoute } from '@/lib/sandbox/finops/http/answers'
import { authorise } from '@/lib/sandbox/finops/http/authorise'
import { answerData } from '@/lib/sandbox/finops/http/data-routes'
import { failAfterSignIn, failAsWhole, toSignIn } from '@/lib/sandbox/finops/http/faults'
import { answerMetadata } from '@/lib/sandbox/finops/http/metadata-routes'
import { toResponse, withCommonHeaders } from '@/lib/sandbox/finops/http/respond'
import { Overlays } from '@/lib/sandbox/finops/store/overlay'
import type { World } from '@/lib/sandbox/finops/world'
import type { FinopsOptions, Handler } from '@/lib/sandbox/types'

/**
 * A practice F&O environment as a function of requests: `/data` and `/metadata` answer as F&O
 * answers, everything else sends a browser to sign in.
 *
 * Rows are made on demand and the same at every start; what callers change is kept in memory.
 */
export function createFinops(options: FinopsOptions): Handler {
  const world: World = {
    origin: `https://${options.host}`,
    catalog: createCatalog(options.rows, options.state),
    overlays: new Overlays(),
  }
  return async (request) => {
    const startedAt = performance.now()
    const response = await answer(request, options, world).catch(toResponse)
    return withCommonHeaders(response, request, { tookMs: performance.now() - startedAt })
  }
}

async function answer(request: Request, options: FinopsOptions, world: World): Promise<Response> {
  failAsWhole(request, options)
  const url = new URL(request.url)
  const [, root = '', path = ''] = /^\/([^/(]*)\/?(.*)$/.exec(url.pathname) ?? []
  const service = root.toLowerCase()
  if (service !== 'data' && service !== 'metadata') throw toSignIn(options)
  const user = await authorise(request, options)
  failAfterSignIn(options)
  const call = { world, request, url, user }
  if (service === 'data') return answerData(call, options, path)
  if (request.method === 'GET') return answerMetadata(call, path)
  throw noRoute(request)
}
