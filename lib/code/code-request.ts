import { printQuery } from '@/lib/odata/query/print-query'
import type { Query } from '@/lib/odata/query/query'
import { readQueryText } from '@/lib/odata/query/query-text'
import { toRequest } from '@/lib/odata/query/to-request'
import { toWellFormed } from '@/lib/odata/query/write-query-text'
import { authorityOrigin, type Cloud } from '@/lib/steps/cloud'

/** What code has to know of a connection. The secret is not part of it, and never will be. */
export type CodeFacts = Readonly<{
  cloud: Cloud
  /** Origin that mints tokens, where the cloud is `custom`. */
  authorityUrl: string | null
  tenantId: string
  clientId: string
  /** Origin of the environment, which is the OAuth resource too. */
  environmentUrl: string
}>

/** The environment variable that every program takes the secret from. */
export const secretVariable = 'FINOPS_CLIENT_SECRET'

/**
 * One read, ready to be written down in any language.
 *
 * Whatever stands in `url`, `tokenUrl` and `path` is a URL's own ASCII; `title` holds nothing that
 * could end a comment. Everything else is text and has to be quoted.
 */
export type CodeRequest = Readonly<{
  title: string
  tokenUrl: string
  clientId: string
  resource: string
  scope: string
  /** Below the environment's origin, with a leading slash. */
  path: string
  /** Decoded, in order. */
  options: readonly (readonly [name: string, value: string])[]
  /** All of it, percent-encoded. */
  url: string
}>

/** The read that `query` is; undefined for a custom cloud without an authority. */
export function toCodeRequest(query: Query, facts: CodeFacts): CodeRequest | undefined {
  const origin = authorityOrigin(facts.cloud, facts.authorityUrl)
  if (origin === undefined) return undefined
  const text = printQuery(query)
  const request = toRequest(query.entitySet, text)
  const resource = toUrlText(facts.environmentUrl.replace(/\/+$/, ''))
  const path = `/data/${toUrlText(request.path)}`
  const search = toUrlText(request.query).replaceAll('#', '%23')
  return {
    title: query.entitySet.replace(/[^\w .-]/g, '_'),
    tokenUrl: toTokenUrl(origin, facts.tenantId),
    clientId: toWellFormed(facts.clientId),
    resource,
    scope: `${resource}/.default`,
    path,
    options: readQueryText(text).options.map(({ name, value }) => [
      toWellFormed(name),
      toWellFormed(value ?? ''),
    ]),
    url: resource + path + (search === '' ? '' : `?${search}`),
  }
}

/** Where `origin` mints tokens for a tenant. */
export function toTokenUrl(origin: string, tenantId: string): string {
  return toUrlText(`${origin}/${encodeURIComponent(toWellFormed(tenantId))}/oauth2/v2.0/token`)
}

/**
 * Percent-encodes what may not stand in a URL as it is, and leaves the rest.
 *
 * @see RFC 3986, section 2
 */
function toUrlText(text: string): string {
  return toWellFormed(text)
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/[^\w\-.~:/?#[\]@!$&'()*+,;=%]+/g, encodeURIComponent)
}

/** The name of an option as it stands in a URL, where OData's `$` is left readable. */
export function toOptionName(name: string): string {
  return encodeURIComponent(name).replaceAll('%24', '$')
}
