import { type CodeRequest, secretVariable } from '@/lib/code/code-request'

/**
 * A Postman collection that mints its own token, follows pages and waits out a 429 when it is run as
 * a whole.
 *
 * @see https://schema.postman.com/collection/json/v2.1.0/draft-07/collection.json
 */
export function toPostman({ title, tokenUrl, clientId, scope, url }: CodeRequest): string {
  const collection = {
    info: {
      name: `${title} (Finance & Operations)`,
      description: `Put the secret of the app into the variable ${secretVariable} of an environment or of the vault: it is no part of this collection. Run the whole collection: it follows @odata.nextLink and waits out a 429.`,
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    auth: bearer,
    event: [{ listen: 'prerequest', script: script(mintToken) }],
    variable: Object.entries({ token_url: tokenUrl, client_id: clientId, scope }).map(
      ([key, value]) => ({ key, value: value.replaceAll('{{', '') }),
    ),
    item: [item('Rows', url), item('Next page', '{{next_link}}')],
  }
  return `${JSON.stringify(collection, null, 2)}\n`
}

const bearer = {
  type: 'bearer',
  bearer: [{ key: 'token', value: '{{access_token}}', type: 'string' }],
}

function item(name: string, url: string) {
  return {
    name,
    event: [{ listen: 'test', script: script(followPages) }],
    request: { method: 'GET', header: [{ key: 'Accept', value: 'application/json' }], url },
  }
}

function script(text: string) {
  return { type: 'text/javascript', exec: text.trim().split('\n') }
}

const mintToken = `
const variables = pm.collectionVariables
if (Date.now() > Number(variables.get('token_expires_at') || 0)) pm.sendRequest({
  url: variables.get('token_url'),
  method: 'POST',
  header: { 'Content-Type': 'application/x-www-form-urlencoded' },
  body: {
    mode: 'urlencoded',
    urlencoded: [
      { key: 'grant_type', value: 'client_credentials' },
      { key: 'client_id', value: variables.get('client_id') },
      { key: 'client_secret', value: pm.variables.get('${secretVariable}') },
      { key: 'scope', value: variables.get('scope') },
    ],
  },
}, (error, answer) => {
  if (error) throw error
  const { access_token, expires_in, error_description } = answer.json()
  if (!access_token) throw new Error(error_description)
  variables.set('access_token', access_token)
  variables.set('token_expires_at', Date.now() + (expires_in - 300) * 1000)
})
`

const followPages = `
if (pm.response.code === 429) {
  const after = pm.response.headers.get('Retry-After') || '10'
  const ms = isNaN(after) ? Date.parse(after) - Date.now() : after * 1000
  pm.execution.setNextRequest(pm.info.requestName)
  setTimeout(() => {}, Math.max(0, ms))
} else {
  pm.test('answered', () => pm.response.to.have.status(200))
  const next = pm.response.json()['@odata.nextLink']
  pm.collectionVariables.set('next_link', next || '')
  pm.execution.setNextRequest(next ? 'Next page' : null)
}
`
