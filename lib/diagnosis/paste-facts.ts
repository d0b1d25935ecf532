import type { FailureSource } from '@/lib/diagnosis/failure'
import { findFinopsHost } from '@/lib/steps/environment-hosts'

const statusPatterns: readonly RegExp[] = [
  /^[<\t ]{0,4}HTTP\/[\d.]{1,3}\s(\d{3})\b/gm,
  /"?status_?code"?\s{0,3}[:=]\s{0,3}["']?(\d{3})\b/gi,
  /status code[^\d\n]{1,40}?(\d{3})\b/gi,
  /remote server returned an error:\s?\((\d{3})\)/gi,
  /\b(?:http|status|error)\s{0,2}[:=]?\s{0,2}["']?([1-5]\d\d)\b/gi,
  /\b([45]\d\d)\s(?:unauthori[sz]ed|forbidden|not found|bad request|too many requests|internal server error|service unavailable|bad gateway|gateway time-?out|conflict|precondition failed)/gi,
  /<title>\s{0,5}([345]\d\d)\b/gi,
]

const statusNames: readonly (readonly [number, RegExp])[] = [
  [401, /\bunauthori[sz]ed\b/i],
  [403, /\bforbidden\b/i],
  [429, /\btoo ?many ?requests\b/i],
  [404, /\bnot ?found\b/i],
  [400, /\bbad ?request\b/i],
  [503, /\bservice ?unavailable\b/i],
  [502, /\bbad ?gateway\b/i],
  [504, /\bgateway ?time-?out\b/i],
  [500, /\binternal ?server ?error\b/i],
]

/** The HTTP status that a text tells of: the last one written as a number, else by its name. */
export function statusOf(text: string): number | null {
  const told = text.replace(/expected status code\W{0,3}\d{3}/gi, '')
  for (const pattern of statusPatterns) {
    const found = [...told.matchAll(pattern)].at(-1)?.[1]
    const status = Number(found)
    if (found !== undefined && status >= 100 && status <= 599) return status
  }
  return statusNames.find(([, pattern]) => pattern.test(told))?.[0] ?? null
}

const headerNames = [
  'www-authenticate',
  'retry-after',
  'location',
  'content-type',
  'allow',
  'p3p',
  'server',
  'via',
  'ms-dyn-aid',
  'request-id',
  'x-ms-request-id',
  'x-ms-correlation-request-id',
  'client-request-id',
] as const

const headerLine = new RegExp(
  `^[<\\t "']{0,6}(${headerNames.join('|')})["']?\\s{0,3}[:=]\\s{0,3}["']?([^\\r\\n]{1,1000})`,
  'gim',
)

/** Response headers that tell something, out of a transcript or a JSON log. */
export function headersOf(text: string): Record<string, string> {
  const lines = [...text.matchAll(headerLine)]
  return Object.fromEntries(
    lines.map(([, name, value]) => [(name ?? '').toLowerCase(), unquoted(value ?? '')]),
  )
}

/** The quote that ends a value of JSON goes, the one that ends a part of a header stays. */
function unquoted(value: string): string {
  return value.replace(/,?\s*$/, '').replace(/^([^"']*)["']$/, '$1')
}

const urlPattern = /https:\/\/[a-z0-9.-]{3,253}(?::\d{1,5})?(?:[/?#][^\s"'<>\\)\]}]{0,1500})?/gi
const urlsMax = 300

export type PastedUrl = Readonly<{ url: string; host: string; where: FailureSource }>

/** Addresses in a text that belong to Entra, Graph, F&O or its neighbours, in their order. */
export function urlsOf(text: string): PastedUrl[] {
  const found: PastedUrl[] = []
  let seen = 0
  for (const [url] of text.matchAll(urlPattern)) {
    if (++seen > urlsMax) break
    if (!URL.canParse(url)) continue
    const host = new URL(url).hostname
    const where = whereOf(host)
    // Error pages link to documents of Microsoft's, which nobody called.
    if (where && !/\/error\?code=/.test(url)) found.push({ url, host, where })
  }
  return found
}

function whereOf(host: string): FailureSource | undefined {
  if (
    /^(login\.(microsoftonline\.|partner\.|chinacloudapi|windows\.net|practice)|sts\.windows\.net)/.test(
      host,
    )
  ) {
    return 'authority'
  }
  if (/^(graph\.(microsoft\.|practice)|microsoftgraph\.)/.test(host)) return 'graph'
  if (
    findFinopsHost(host) ||
    /\.(crm\d*|businesscentral)\.|^(api\.)?businesscentral\./.test(host)
  ) {
    return 'environment'
  }
  return undefined
}

/** The address of a curl transcript: the last request line with the last Host line. */
export function curlRequestOf(
  text: string,
): Readonly<{ method: string; url: string; hasToken: boolean }> | undefined {
  const request = [...text.matchAll(/^> (GET|POST|PATCH|PUT|DELETE|HEAD) (\S{1,2000}) HTTP/gm)].at(
    -1,
  )
  const host = [...text.matchAll(/^> host: ?([a-z0-9.-]{1,253})/gim)].at(-1)?.[1]
  if (!request || host === undefined) return undefined
  const rest = text.slice(request.index)
  return {
    method: request[1] ?? 'GET',
    url: `https://${host.toLowerCase()}${request[2] ?? '/'}`,
    hasToken: /^> authorization: ?bearer/im.test(rest),
  }
}
