import type { RequestListener, ServerResponse } from 'node:http'
import type { FrontCall, Intercept } from '@/faults/world/front'
import { loginHost, loginOrigin } from '@/lib/sandbox/hosts'

/** An answer as bytes: what a slot or the front sends. */
export type Canned = Readonly<{
  status: number
  type?: string
  body?: string
  headers?: Readonly<Record<string, string>>
}>

export const html = 'text/html; charset=utf-8'
export const json = 'application/json; charset=utf-8'

/** A page as a portal, a proxy or a gateway shows one. */
export const page = (title: string) =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`

export const signInPage =
  '<!DOCTYPE html><html><head><title>Sign in to your account</title></head><body><form action="https://login.microsoftonline.com/common/login"><input type="password" name="passwd"></form></body></html>'

/** Sends `canned` whole. */
export function sendCanned(response: ServerResponse, canned: Canned): void {
  const { status, type, body = '', headers = {} } = canned
  response.writeHead(status, { ...(type && { 'content-type': type }), ...headers })
  response.end(body)
}

/** Promises more than it sends, and hangs up. */
export function sendHalf(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': json, 'content-length': '5000' })
  response.write('{"@odata.context":"https://contoso', () => response.destroy())
}

/** A byte now and then, for ever. */
export function drip(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': json })
  const timer = setInterval(() => response.write(' '), 500)
  response.on('close', () => clearInterval(timer))
}

/** JSON of `mebibytes`, in parts. */
export function sendLarge(response: ServerResponse, mebibytes: number): void {
  response.writeHead(200, { 'content-type': json })
  const part = `"${'x'.repeat(1024 ** 2 - 3)}",`
  let sent = 0
  const more = () => {
    while (sent < mebibytes) {
      sent += 1
      if (!response.write(sent === 1 ? `{"value":[${part}` : part)) {
        response.once('drain', more)
        return
      }
    }
    response.end('""]}')
  }
  more()
}

/** A server that answers everybody alike. */
export const always =
  (canned: Canned): RequestListener =>
  (_request, response) =>
    sendCanned(response, canned)

/** As F&O answers a caller without a token. */
export function challenge(tenantId: string): Canned {
  return {
    status: 401,
    headers: {
      'www-authenticate': `Bearer authorization_uri="${loginOrigin}/${tenantId}/oauth2/authorize"`,
    },
  }
}

/** Breaks the app's calls to F&O, those below `path` alone where one is given. */
export function atFinops(answer: (call: FrontCall) => void, path = '/'): Intercept {
  return (call) =>
    call.host !== loginHost && call.path.startsWith(path) ? answer(call) : call.forward()
}

/** Breaks the app's calls to Entra. */
export function atEntra(answer: Intercept): Intercept {
  return (call) => (call.host === loginHost ? answer(call) : call.forward())
}

/** Changes the form of each token request; undefined leaves one as it is. */
export function rewriting(edit: (form: URLSearchParams) => void): Intercept {
  return atEntra((call) => {
    const form = new URLSearchParams(call.body)
    edit(form)
    return call.forward({ body: form.toString() })
  })
}
