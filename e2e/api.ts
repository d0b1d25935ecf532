import { admin } from './fixtures'
import type { FivestepServer } from './server'

/** A signed-in caller of the API without a browser. Cookies outlive a restart of the server. */
export class ApiClient {
  readonly #address: string
  #cookie = ''

  constructor(address: string) {
    this.#address = address
  }

  /** Makes the first admin with the server's set-up link and signs in as that. */
  static async firstAdmin(server: FivestepServer): Promise<ApiClient> {
    const client = new ApiClient(server.address)
    const token = new URL(server.setUpLink ?? '').searchParams.get('token')
    const answer = await client.send('POST', '/api/access/set-up', { token, ...admin })
    if (answer.status !== 201) throw new Error(`no admin: ${answer.status} ${await answer.text()}`)
    client.#cookie = answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
    return client
  }

  /** What a caller that needs no client sends along. */
  get cookie(): string {
    return this.#cookie
  }

  send(method: string, path: string, body?: unknown): Promise<Response> {
    return fetch(`${this.#address}${path}`, {
      method,
      redirect: 'manual',
      headers: { cookie: this.#cookie, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  }

  /** Sends a form as a page of the practice portal would. */
  submit(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    return fetch(`${this.#address}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: this.#cookie },
      body: new URLSearchParams(fields),
    })
  }

  /** The answer's JSON. @throws when the answer is not a success, with its text */
  async json<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.send(method, path, body)
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return JSON.parse(text) as T
  }

  /** The lines of an NDJSON answer, each parsed. */
  async lines<T>(method: string, path: string): Promise<T[]> {
    const text = await (await this.send(method, path)).text()
    return text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as T)
  }
}
