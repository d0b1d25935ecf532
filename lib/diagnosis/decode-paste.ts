import type { DiagnosisContext } from '@/lib/diagnosis/context'
import { diagnose } from '@/lib/diagnosis/diagnose'
import type { Diagnosis } from '@/lib/diagnosis/diagnosis'
import { type Failure, type FailureSource, noTraceIds } from '@/lib/diagnosis/failure'
import { parseAadsts } from '@/lib/diagnosis/parse-aadsts'
import {
  curlRequestOf,
  headersOf,
  type PastedUrl,
  statusOf,
  urlsOf,
} from '@/lib/diagnosis/paste-facts'
import { type PasteForm, pasteFormOf } from '@/lib/diagnosis/paste-form'
import { networkCodeOf } from '@/lib/diagnosis/paste-network'
import { excerptOf, flatten, graphCodeOf, saidIn, windowOf } from '@/lib/diagnosis/paste-text'
import { claimsIn } from '@/lib/diagnosis/paste-token'
import { redactText } from '@/lib/diagnosis/redact'
import { type Cloud, clouds } from '@/lib/steps/cloud'
import { findFinopsHost } from '@/lib/steps/environment-hosts'
import { guidInside } from '@/lib/steps/slip'

/** What was read out of a pasted text. It holds no token and no secret. */
export type DecodedPaste = Readonly<{
  form: PasteForm
  failure: Failure
  context: DiagnosisContext
  /** The text as it may be shown. */
  redacted: string
  /** Whether the text says plainly whose answer it is; otherwise every diagnosis is a guess. */
  sure: boolean
  /** Whether the text was too long to be read as a whole. */
  isPart: boolean
  /** Whether the text tells when it was; otherwise `failure.at` is when it was read. */
  timeIsTold: boolean
}>

/**
 * Reads whatever people paste: JSON, an AADSTS line, a page, a curl transcript, a log of Power
 * Automate, Data Factory, Postman, SSIS or .NET. Never throws. Of a very long text only its
 * beginning, its end and the surroundings of a code are read. `now` stands in where no time is told.
 */
export function decodePaste(text: string, now: Date): DecodedPaste {
  const raw = windowOf(text)
  const redacted = redactText(raw)
  const flat = flatten(redacted)
  const form = pasteFormOf(flat)
  const aadsts = parseAadsts(flat)
  const urls = urlsOf(flat)
  const call = findCall(flat, urls, aadsts !== undefined)
  const status = statusOf(flat) ?? (form === 'html' ? 200 : null)
  const network = status === null || form === 'html' ? networkCodeOf(flat) : undefined
  const code = codeIn(flat, { aadsts: aadsts?.code, network, status, where: call.where })
  const told = timeIn(flat, aadsts?.timestamp)

  const failure: Failure = {
    where: call.where,
    method: call.method,
    url: call.url,
    status: network ? null : status,
    code,
    message: saidIn(flat),
    headers:
      form === 'html' ? { 'content-type': 'text/html', ...headersOf(flat) } : headersOf(flat),
    bodyExcerpt: form === 'empty' ? null : excerptOf(flat),
    ids: {
      ...noTraceIds,
      correlationId: aadsts?.correlationId ?? null,
      traceId: aadsts?.traceId ?? null,
    },
    at: (told ?? now).toISOString(),
    tookMs: 0,
  }
  return {
    form,
    failure,
    context: contextOf({ raw, flat, urls, call }),
    redacted,
    sure: call.sure && code !== unclear,
    isPart: raw !== text,
    timeIsTold: told !== undefined,
  }
}

/** The diagnosis of a pasted text. Where the text is not plain it is marked as a mere possibility. */
export function diagnosePaste({ failure, context, sure, timeIsTold }: DecodedPaste): Diagnosis {
  const diagnosis = diagnose(failure, timeIsTold ? context : withoutTimes(context))
  return sure ? diagnosis : { ...diagnosis, confidence: 'possible' }
}

/** Every token in an old log has ended by now, which says nothing about why it was refused then. */
function withoutTimes({ claims, ...context }: DiagnosisContext): DiagnosisContext {
  if (!claims) return context
  const { exp: _exp, nbf: _nbf, ...others } = claims
  return { ...context, claims: others }
}

/** Code of a failure for a text that names no error. */
const unclear = 'paste_unclear'

type Call = Readonly<{
  where: FailureSource
  method: string
  url: string
  sure: boolean
  hasToken: boolean | undefined
}>

const ofGraph =
  /"code"\s{0,5}:\s{0,5}"(?:Authorization_\w|Request_\w|Directory_\w|InvalidAuthenticationToken|Credential\w{1,40}AsPerAppPolicy|NoBackingApplicationObject)/
/** Graph spells it `innerError`. */
const innerError = /innererror/
const ofFinops =
  /Microsoft\.Dynamics\.|Infolog:|AxOData|No HTTP resource was found|Resource not found for the segment|No P3P policy|query specified in the URI/i

/** Whose answer it is: Entra's when it has a code, else whoever was called last. */
function findCall(text: string, urls: readonly PastedUrl[], hasCode: boolean): Call {
  const last = (where: FailureSource) => urls.findLast((found) => found.where === where)
  const request = curlRequestOf(text)
  const method = request?.method ?? 'GET'
  const hasToken = request?.hasToken
  if (hasCode) {
    const url = last('authority')?.url ?? 'https://login.microsoftonline.com'
    return { where: 'authority', method: 'POST', url, sure: true, hasToken }
  }
  const called = request ? urlsOf(request.url)[0] : undefined
  if (called) return { ...called, method, sure: true, hasToken }
  if (ofGraph.test(text)) {
    const url = last('graph')?.url ?? 'https://graph.microsoft.com'
    return { where: 'graph', method, url, sure: true, hasToken }
  }
  if (isOfFinops(text)) {
    return {
      where: 'environment',
      method,
      url: last('environment')?.url ?? '',
      sure: true,
      hasToken,
    }
  }
  const one = last('environment') ?? last('graph') ?? last('authority')
  if (one) return { where: one.where, method, url: one.url, sure: onlyOneRole(urls), hasToken }
  return { where: 'environment', method, url: '', sure: false, hasToken }
}

function isOfFinops(text: string): boolean {
  return ofFinops.test(text) || innerError.test(text)
}

function onlyOneRole(urls: readonly PastedUrl[]): boolean {
  return new Set(urls.map(({ where }) => where)).size === 1
}

function codeIn(
  text: string,
  found: Readonly<{
    aadsts: number | undefined
    network: string | undefined
    status: number | null
    where: FailureSource
  }>,
): string | null {
  if (found.aadsts !== undefined) return `AADSTS${found.aadsts}`
  if (found.network !== undefined) return found.network
  if (found.where === 'graph') return graphCodeOf(text)
  const tells = found.status !== null || isOfFinops(text) || /MSIS\d{4}|\binvalid_\w+\b/.test(text)
  return tells ? null : unclear
}

function contextOf(
  paste: Readonly<{ raw: string; flat: string; urls: readonly PastedUrl[]; call: Call }>,
): DiagnosisContext {
  const { raw, flat, urls, call } = paste
  const claims = claimsIn(raw)
  const host = [...urlsOf(call.url), ...urls].find((found) => findFinopsHost(found.host))?.host
  const authority = urls.find((found) => found.where === 'authority')
  const tenant =
    authority && URL.canParse(authority.url)
      ? new URL(authority.url).pathname.split('/')[1]
      : undefined
  return {
    cloud: cloudOf(host, authority?.host),
    authorityOrigin: authority ? `https://${authority.host}` : null,
    tenantId: tenant && /[-.]/.test(tenant) ? tenant : null,
    clientId: clientIdIn(flat) ?? textOf(claims?.appid ?? claims?.azp),
    environmentUrl: host ? `https://${host}` : null,
    ...(claims && { claims }),
    ...mintedBy(flat, call, claims !== undefined),
  }
}

/** Whether Entra had given a token; left open where the text does not tell. */
function mintedBy(
  text: string,
  call: Call,
  hasClaims: boolean,
): Pick<DiagnosisContext, 'tokenMinted'> {
  if (call.where !== 'environment') return {}
  if (hasClaims || call.hasToken || /authorization[^\n]{0,20}bearer/i.test(text))
    return { tokenMinted: true }
  return call.hasToken === false ? { tokenMinted: false } : {}
}

function cloudOf(host: string | undefined, authority: string | undefined): Cloud {
  const byHost = host === undefined ? undefined : findFinopsHost(host)?.cloud
  const byAuthority = Object.entries(clouds).find(
    ([, { authorityOrigin }]) =>
      authority !== undefined && authorityOrigin === `https://${authority}`,
  )?.[0]
  return byHost ?? toCloud(byAuthority)
}

function toCloud(name: string | undefined): Cloud {
  return name === 'usgov' || name === 'china' || name === 'practice' ? name : 'public'
}

function clientIdIn(text: string): string | null {
  const labelled =
    /(?:client_?id|appid|application (?:with identifier )?)["']?\s{0,3}[:=]?\s{0,3}["']?([0-9a-f-]{36})/i.exec(
      text,
    )?.[1]
  return labelled && guidInside.test(labelled) ? labelled.toLowerCase() : null
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** When it was: by Entra's own word, else by the `Date` header of the last answer. */
function timeIn(text: string, timestamp: string | null | undefined): Date | undefined {
  const header = [
    ...text.matchAll(/^[<\t "']{0,6}date["']?\s{0,3}:\s{0,3}["']?([^"'\r\n]{10,40})/gim),
  ]
  const told = timestamp?.replace(' ', 'T') ?? header.at(-1)?.[1]
  const time = told === undefined ? undefined : new Date(told)
  return time && !Number.isNaN(time.getTime()) ? time : undefined
}
