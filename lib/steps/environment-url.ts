import type { Cloud } from '@/lib/steps/cloud'
import { type EnvironmentKind, findFinopsHost, findNotFinops } from '@/lib/steps/environment-hosts'
import { suggestName } from '@/lib/steps/environment-name'

/** What was understood of a pasted address. */
export type ParsedEnvironmentUrl =
  | Readonly<{
      ok: true
      /** https, lower case, no trailing slash, no path (on-premises alone keeps `/namespaces/AXSF`). */
      url: string
      host: string
      kind: EnvironmentKind
      /** A guess by the host name; the environment's own challenge knows better. */
      cloud: Cloud
      suggestedName: string
      /** What was changed or is worth knowing, one sentence each. */
      notes: readonly string[]
    }>
  | Readonly<{ ok: false; code: string; reason: string; hint: string }>

const example = 'https://contoso.operations.dynamics.com'
const pastedLengthMax = 4000

/** A name with a dot in it, `localhost`, or an IPv6 address in brackets. */
const hostPattern =
  /^(localhost|[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+|\[[0-9a-f:.]+\])$/

/**
 * Reads an F&O address out of whatever a person pasted: with a path, `?cmp=`, capitals, quotes,
 * no scheme, `http://`, a port, or as a link inside a sign-in or mail-protection address.
 *
 * Never throws. Hosts that are known to be something else (Dataverse, a portal) are refused with
 * what to paste instead; a host that no rule knows is let through with a note.
 */
export function parseEnvironmentUrl(text: string): ParsedEnvironmentUrl {
  const notes: string[] = []
  const found = findAddress(text.slice(0, pastedLengthMax), notes)
  const address = found === undefined ? undefined : toUrl(found, notes)
  if (!address) return notAnAddress(text)

  const url = unwrap(address, notes)
  const host = url.hostname.replace(/\.$/, '')
  if (!hostPattern.test(host)) return notAnAddress(text)
  const wrong = findNotFinops(host)
  if (wrong) return { ok: false, code: wrong.code, reason: wrong.reason, hint: wrong.hint }
  return accept(url, host, notes)
}

function accept(url: URL, host: string, notes: string[]): ParsedEnvironmentUrl {
  const onPremises = /^\/namespaces\/axsf(\/|$)/i.test(url.pathname)
  const known = findFinopsHost(host)
  const kind = known?.kind ?? (onPremises ? 'on-premises' : 'other')

  noteWhatIsDropped(url, onPremises, notes)
  if (kind === 'on-premises') {
    notes.push(
      'This is an on-premises environment: its tokens come from your own AD FS, so name that as the authority.',
    )
  }
  if (kind === 'other') {
    notes.push(
      'This host name is not one that Finance & Operations usually has. Check it once more.',
    )
  }
  const port = known ? '' : url.port
  if (known && url.port !== '') notes.push(`The port ${url.port} was removed.`)

  const base = `https://${host}${port === '' ? '' : `:${port}`}`
  return {
    ok: true,
    url: kind === 'on-premises' ? `${base}/namespaces/AXSF` : base,
    host,
    kind,
    cloud: known?.cloud ?? (kind === 'on-premises' ? 'custom' : 'public'),
    suggestedName: suggestName(host),
    notes,
  }
}

function noteWhatIsDropped(url: URL, onPremises: boolean, notes: string[]): void {
  if (url.username !== '' || url.password !== '') {
    notes.push('The user name and password in the address were removed.')
  }
  const path = onPremises ? url.pathname.replace(/^\/namespaces\/axsf/i, '') : url.pathname
  const company = url.searchParams.get('cmp')
  if (path.replaceAll('/', '') !== '') notes.push('The path after the host was removed.')
  if (company !== null) notes.push(`The company (${company.slice(0, 8)}) was removed.`)
  else if (url.search !== '') notes.push('The part after the question mark was removed.')
  else if (url.hash !== '') notes.push('The part after # was removed.')
}

/** The part of the text that looks like an address, without what people paste around it. */
function findAddress(text: string, notes: string[]): string | undefined {
  const visible = text.replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
  const withScheme = /https?:\/\/[^\s"'<>`()[\]{}|\\^]+/i.exec(visible)?.[0]
  const bare = visible.trim().replace(/^["'<`“‘([]+|["'>`”’)\],;]+$/g, '')
  const found = withScheme ?? (/\s/.test(bare) ? findBareHost(bare) : bare)
  if (!found) return undefined
  const address = found.replace(/[.,;]+$/, '')
  if (address !== text.trim() && address !== text) {
    notes.push('Text and marks around the address were removed.')
  } else if (text !== text.trim()) notes.push('Spaces around the address were removed.')
  return address
}

function findBareHost(text: string): string | undefined {
  return text
    .split(/\s+/)
    .find((word) => /^[a-z0-9-]+(\.[a-z0-9-]+){2,}(:\d+)?([/?#]|$)/i.test(word))
}

function toUrl(address: string, notes: string[]): URL | undefined {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(address)?.[1]?.toLowerCase()
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return undefined
  const rest = address.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/^\/+/, '')
  if (!URL.canParse(`https://${rest}`)) return undefined

  if (scheme === undefined) notes.push('https:// was put in front.')
  if (scheme === 'http') notes.push('http:// was changed to https://.')
  const typedHost = /^[^/?#]*/.exec(rest)?.[0] ?? ''
  if (typedHost !== typedHost.toLowerCase()) notes.push('Capital letters were made small.')
  if (/^[^/?#]*\/+$/.test(rest)) notes.push('The slash at the end was removed.')
  return new URL(`https://${rest}`)
}

/** The environment inside an address that only leads to it: a sign-in page or a protected link. */
function unwrap(address: URL, notes: string[]): URL {
  for (const name of ['url', 'redirect_uri', 'wreply', 'resource']) {
    const inner = address.searchParams.get(name)
    if (inner === null || !URL.canParse(inner)) continue
    const url = new URL(inner)
    if (!/^https?:$/.test(url.protocol) || !findFinopsHost(url.hostname)) continue
    notes.push('The environment was taken out of the link that leads to it.')
    return new URL(`https://${url.host}`)
  }
  return address
}

function notAnAddress(text: string): ParsedEnvironmentUrl {
  const empty = text.trim() === ''
  return {
    ok: false,
    code: empty ? 'empty' : 'not_an_address',
    reason: empty ? 'There is no address yet.' : 'This does not read as an address.',
    hint: `Open Finance & Operations in a browser and copy its address, for example ${example}.`,
  }
}
