import { type CodeRequest, secretVariable } from '@/lib/code/code-request'

/**
 * A Bruno collection as one file (*Import collection*), which mints its own token, follows pages and
 * waits out a 429 when it is run as a whole.
 *
 * @see https://docs.usebruno.com/testing/script/javascript-reference
 */
export function toBruno({ title, tokenUrl, clientId, scope, url }: CodeRequest): string {
  const name = `${title} (Finance & Operations)`
  const collection = {
    name,
    version: '1',
    items: [item('Rows', 1, url), item('Next page', 2, '{{next_link}}')],
    environments: [],
    root: {
      request: {
        auth: { mode: 'none' },
        script: { req: mintToken({ tokenUrl, clientId, scope }) },
      },
      docs: `Put the secret of the app into a file named .env in the folder of this collection: ${secretVariable}=... It is no part of the collection. Run the whole collection: it follows @odata.nextLink and waits out a 429.`,
    },
    brunoConfig: { version: '1', name, type: 'collection' },
  }
  return `${JSON.stringify(collection, null, 2)}\n`
}

function item(name: string, seq: number, url: string) {
  return {
    type: 'http',
    name,
    seq,
    request: {
      url,
      method: 'GET',
      headers: [{ name: 'Accept', value: 'application/json', enabled: true }],
      params: [],
      body: { mode: 'none' },
      auth: { mode: 'bearer', bearer: { token: '{{access_token}}' } },
      script: { res: followPages },
    },
  }
}

type Token = Readonly<{ tokenUrl: string; clientId: string; scope: string }>

function mintToken({ tokenUrl, clientId, scope }: Token): string {
  // Braces that would be a variable of Bruno's are cut apart.
  const text = (value: string) => JSON.stringify(value).replaceAll('{{', String.raw`{\u007b`)
  return `const axios = require('axios')
if (Date.now() > Number(bru.getVar('token_expires_at') || 0)) {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: ${text(clientId)},
    client_secret: bru.getProcessEnv('${secretVariable}'),
    scope: ${text(scope)},
  })
  const { data } = await axios.post(${text(tokenUrl)}, form.toString())
  bru.setVar('access_token', data.access_token)
  bru.setVar('token_expires_at', Date.now() + (data.expires_in - 300) * 1000)
}
`
}

const followPages = `if (res.getStatus() === 429) {
  const after = res.getHeader('retry-after') || '10'
  const ms = isNaN(after) ? Date.parse(after) - Date.now() : after * 1000
  await bru.sleep(Math.max(0, ms))
  bru.runner.setNextRequest(req.getName())
} else {
  const next = res.getBody()['@odata.nextLink']
  bru.setVar('next_link', next || '')
  bru.runner.setNextRequest(next ? 'Next page' : null)
}
`
