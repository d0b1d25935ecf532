/** What the two calls need; all of it may be read by anyone. */
export type CurlFacts = Readonly<{
  authorityOrigin: string
  tenantId: string
  clientId: string
  environmentUrl: string
  entitySet: string
  top: number
}>

/** The call that mints the token, with a placeholder where the secret belongs. */
export function toTokenCurl({ authorityOrigin, tenantId, clientId, environmentUrl }: CurlFacts) {
  return [
    `curl ${quoted(`${authorityOrigin}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`)}`,
    `--data-urlencode ${quoted('grant_type=client_credentials')}`,
    `--data-urlencode ${quoted(`client_id=${clientId}`)}`,
    `--data-urlencode ${quoted('client_secret=<your secret value>')}`,
    `--data-urlencode ${quoted(`scope=${environmentUrl}/.default`)}`,
  ].join(lineEnd)
}

/** The call that reads, with a placeholder where the `access_token` of the first answer belongs. */
export function toReadCurl({ environmentUrl, entitySet, top }: CurlFacts) {
  const url = `${environmentUrl}/data/${encodeURIComponent(entitySet)}?$top=${top}`
  return [
    `curl ${quoted(url)}`,
    `-H ${quoted('Authorization: Bearer <access_token>')}`,
    `-H ${quoted('Accept: application/json')}`,
  ].join(lineEnd)
}

const lineEnd = ' \\\n  '

/** A word for a POSIX shell, which expands nothing between single quotes. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
