import { type CodeRequest, secretVariable } from '@/lib/code/code-request'
import { quoteDouble } from '@/lib/code/quote'

/** A program for Node 20 or newer, with nothing to install. */
export function toTypeScript(request: CodeRequest): string {
  const { title, tokenUrl, clientId, resource, path, options } = request
  const pairs = options.map((pair) => `  [${pair.map(quoteDouble).join(', ')}],\n`).join('')
  return `// Reads ${title} from Finance & Operations, page by page, and prints one row a line.
// Node 20 or newer, no dependency. The secret of the app comes from the environment:
//   ${secretVariable}=... npx tsx read-rows.mts
const tokenUrl = ${quoteDouble(tokenUrl)}
const clientId = ${quoteDouble(clientId)}
const resource = ${quoteDouble(resource)}
const options: [name: string, value: string][] = [
${pairs}]

type Row = Record<string, unknown>
type Page = Row & { value?: Row[]; '@odata.nextLink'?: string }

const search = options.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')
let token = { value: '', expiresAt: 0 }

async function mintToken(): Promise<string> {
  const secret = process.env.${secretVariable}
  if (!secret) throw new Error('${secretVariable} has to hold the secret of the app')
  if (Date.now() < token.expiresAt - 5 * 60_000) return token.value
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: secret,
    scope: \`\${resource}/.default\`,
  })
  const answer = await call(tokenUrl, { method: 'POST', body: form })
  const { access_token, expires_in } = (await answer.json()) as {
    access_token: string
    expires_in: number
  }
  token = { value: access_token, expiresAt: Date.now() + expires_in * 1000 }
  return token.value
}

/** Waits as long as Retry-After says when the answer is 429, and tries again. */
async function call(url: string, init: RequestInit): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(300_000) })
    if (answer.ok) return answer
    const text = await answer.text()
    if (answer.status !== 429 || attempt === 8) throw new Error(\`\${answer.status} \${text}\`)
    await new Promise((resolve) => setTimeout(resolve, waitMs(answer.headers.get('retry-after'))))
  }
}

/** Retry-After is a number of seconds or a date. */
function waitMs(retryAfter: string | null): number {
  const seconds = Number(retryAfter ?? 10)
  const ms = Number.isNaN(seconds) ? Date.parse(retryAfter ?? '') - Date.now() : seconds * 1000
  return Math.max(0, ms || 0)
}

export async function* readRows(): AsyncGenerator<Row> {
  let next: string | undefined = \`\${resource}\${${quoteDouble(path)}}\${search && \`?\${search}\`}\`
  while (next !== undefined) {
    // The token is for this environment only.
    if (!next.startsWith(\`\${resource}/\`)) throw new Error(\`unexpected next link: \${next}\`)
    const headers = { authorization: \`Bearer \${await mintToken()}\`, accept: 'application/json' }
    const page = (await (await call(next, { headers })).json()) as Page
    yield* page.value ?? [page]
    next = page['@odata.nextLink']
  }
}

for await (const row of readRows()) console.log(JSON.stringify(row))
`
}
