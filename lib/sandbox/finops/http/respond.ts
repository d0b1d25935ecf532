import { randomUUID } from 'node:crypto'
import { ODataSyntaxError } from '@/lib/odata/errors'
import { badRequest, FinopsRefusal, infolog } from '@/lib/sandbox/finops/http/answers'
import { InfologError } from '@/lib/sandbox/finops/write/infolog'

const json = 'application/json; odata.metadata=minimal; charset=utf-8'

/** Sends what was thrown as F&O would say it; what nobody foresaw is thrown on. */
export function toResponse(error: unknown): Response {
  if (error instanceof ODataSyntaxError) return toResponse(badRequest(syntaxMessage(error)))
  if (error instanceof InfologError) return toResponse(infolog(error.message))
  if (!(error instanceof FinopsRefusal)) throw error
  const isText = typeof error.body === 'string'
  const body = isText ? error.body : JSON.stringify(error.body)
  const headers = new Headers(error.headers)
  if (!isText && !headers.has('content-type')) headers.set('content-type', json)
  return new Response(body === '' ? null : body, { status: error.status, headers })
}

/** The words of F&O's OData library for what our parser found. */
function syntaxMessage({ code, text, position }: ODataSyntaxError): string {
  switch (code) {
    case 'unterminated_string':
      return `There is an unterminated string literal at position ${text.length} in '${text}'.`
    case 'unexpected_end':
      return `Expression expected at position ${position} in '${text}'.`
    case 'too_deep':
      return 'Recursion limit reached.'
    case 'option_repeated':
      return `Query option '${text}' was specified more than once, but it must be specified at most once.`
    case 'option_malformed':
      return `Invalid value for query option: '${text}'.`
    case 'unexpected_character':
    case 'unexpected_token':
    case 'key_malformed':
    case 'path_malformed':
    case 'document_malformed':
      return `Syntax error at position ${position} in '${text}'.`
  }
}

/** Adds what every answer of F&O carries: ids for a support ticket, timing; never CORS. */
export function withCommonHeaders(
  response: Response,
  request: Request,
  { tookMs }: Readonly<{ tookMs: number }>,
): Response {
  const { headers } = response
  headers.set('ms-dyn-aid', randomUUID())
  headers.set('x-ms-request-id', request.headers.get('x-ms-client-request-id') ?? randomUUID())
  headers.set('server-timing', `total;dur=${tookMs.toFixed(1)}`)
  headers.set('cache-control', 'no-cache')
  headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  headers.set('x-content-type-options', 'nosniff')
  if (/json|xml|text\/plain/.test(headers.get('content-type') ?? '')) {
    headers.set('odata-version', '4.0')
  }
  return response
}
