import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Agent, request } from 'undici'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type CodeRequest, secretVariable, toCodeRequest } from '@/lib/code/code-request'
import { toCurl } from '@/lib/code/to-curl'
import { toPython } from '@/lib/code/to-python'
import { toTypeScript } from '@/lib/code/to-typescript'
import { parseQuery } from '@/lib/odata/query/parse-query'
import { homeTenant } from '@/lib/sandbox/entra/tenants'
import { environmentHost } from '@/lib/sandbox/hosts'
import { type Listener, listen } from '@/lib/sandbox/http/listen'
import { loopbackAgent } from '@/lib/sandbox/loopback'
import { type Sandbox, startSandbox } from '@/lib/sandbox/start'
import { prepareApp, withoutDelays } from '@/lib/sandbox/state/prepare-app'
import { seedState } from '@/lib/sandbox/state/seed'
import { loadCertificates } from '@/lib/sandbox/tls/certificates'
import { practiceEnvironmentUrl } from '@/lib/steps/cloud'

vi.setConfig({ testTimeout: 120_000 })
const run = promisify(execFile)
const pageRows = 11

let dir: string
let practice: Sandbox
let agent: Agent
let front: Listener
let proxy: Server
let clientId: string
let secret: string
/** Of calls to the environment, in order, since the test began. */
let asked: string[] = []

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fivestep-code-'))
  const home = join(dir, 'practice')
  const state = seedState()
  withoutDelays(state)
  const prepared = prepareApp(state, { name: 'Code', now: new Date() })
  clientId = prepared.app.clientId
  secret = prepared.secret
  await mkdir(home)
  await writeFile(join(home, 'state.json'), JSON.stringify(state))
  practice = await startSandbox({ dir: home, rows: 400 })
  agent = loopbackAgent(practice)
  const certificates = await loadCertificates(home, new Date())
  const log = { info() {}, warn() {}, error() {} }
  front = await listen({ port: 0, certificates, log, handler: answer })
  proxy = await startProxy(front.port)
  // For the types of Node when the program is checked, as in a project that has them.
  await writeFile(join(dir, 'proxy.mjs'), throughProxy)
  await symlink(join(process.cwd(), 'node_modules'), join(dir, 'node_modules'))
})

afterAll(async () => {
  proxy.closeAllConnections()
  proxy.close()
  await front.close()
  await agent.close()
  await practice.close()
  await rm(dir, { recursive: true })
})

beforeEach(() => {
  asked = []
})

/** The practice tenant with small pages; the second read of a program is answered 429. */
async function answer(call: Request): Promise<Response> {
  const isRead = new URL(call.url).hostname === environmentHost('contoso-uat')
  if (isRead) asked.push(call.url)
  if (isRead && asked.length === 2) {
    return new Response('Too many requests', { status: 429, headers: { 'retry-after': '1' } })
  }
  const { statusCode, headers, body } = await request(call.url, {
    dispatcher: agent,
    method: call.method === 'POST' ? 'POST' : 'GET',
    headers: { ...Object.fromEntries(call.headers), prefer: `odata.maxpagesize=${pageRows}` },
    body: call.method === 'POST' ? await call.text() : null,
  })
  const type = String(headers['content-type'])
  return new Response(await body.text(), { status: statusCode, headers: { 'content-type': type } })
}

/** Programs reach the practice hosts as they reach anything in a closed network: by a proxy. */
async function startProxy(port: number): Promise<Server> {
  const server = createServer()
  server.on('connect', (_call, client, head) => {
    const upstream = connect({ host: '127.0.0.1', port }, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      upstream.write(head)
      upstream.pipe(client).pipe(upstream)
    })
    upstream.on('error', () => client.destroy())
    client.on('error', () => upstream.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

const options = [
  'cross-company=true',
  `$filter=OrganizationName ne 'it''s "quoted" $(id) \`id\` \\ {{x}} %27 & 漢字 🙂' and IsPublicSector_IT eq Microsoft.Dynamics.DataEntities.NoYes'No'`,
  '$select=dataAreaId,CustomerAccount,OrganizationName',
  '$orderby=OrganizationName desc,CustomerAccount',
  '$count=true',
].join('&')

function requestOf(entitySet: string, text: string): CodeRequest {
  const made = toCodeRequest(parseQuery(entitySet, text), {
    cloud: 'practice',
    authorityUrl: null,
    tenantId: homeTenant.tenantId,
    clientId,
    environmentUrl: practiceEnvironmentUrl,
  })
  if (!made) throw new Error('no request')
  return made
}

/** The rows of a read as the practice tenant has them, all in one page. */
async function rowsOf({ tokenUrl, scope, url }: CodeRequest): Promise<unknown[]> {
  const form = {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: secret,
    scope,
  }
  const minted = await request(tokenUrl, {
    dispatcher: agent,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  })
  const { access_token } = (await minted.body.json()) as { access_token: string }
  const read = await request(url, {
    dispatcher: agent,
    headers: { authorization: `Bearer ${access_token}` },
  })
  const page = (await read.body.json()) as { value?: unknown[] }
  return page.value ?? [page]
}

/** What `command` prints with the secret, the proxy and the practice authority around it. */
async function outputOf(command: readonly string[], given = secret): Promise<string> {
  const authority = join(dir, 'practice', 'ca.pem')
  const { port } = proxy.address() as AddressInfo
  const variables = {
    [secretVariable]: given,
    https_proxy: `http://127.0.0.1:${port}`,
    no_proxy: '',
    CURL_CA_BUNDLE: authority,
    NODE_EXTRA_CA_CERTS: authority,
    SSL_CERT_FILE: authority,
  }
  const pairs = Object.entries(variables).map(([name, value]) => `${name}=${value}`)
  const { stdout } = await run('env', [...pairs, ...command])
  return stdout
}

/** Node's own fetch takes no proxy from the environment before Node 24. */
const throughProxy = `import { EnvHttpProxyAgent, setGlobalDispatcher } from 'undici'
setGlobalDispatcher(new EnvHttpProxyAgent())
`

const linesOf = (text: string): unknown[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

const programs = [
  {
    language: 'cURL',
    file: 'read.sh',
    write: toCurl,
    command: (file: string) => ['bash', file],
    tool: ['curl', '--version'],
    read: (text: string) =>
      linesOf(text).flatMap((page) => (page as { value?: unknown[] }).value ?? [page]),
  },
  {
    language: 'TypeScript',
    file: 'read.mts',
    write: toTypeScript,
    command: (file: string) => [
      'node',
      '--import',
      join(dir, 'proxy.mjs'),
      '--import',
      'tsx',
      file,
    ],
    tool: ['node', '--version'],
    read: linesOf,
  },
  {
    language: 'Python',
    file: 'read.py',
    write: toPython,
    command: (file: string) => ['python3', file],
    tool: ['python3', '--version'],
    read: linesOf,
  },
] as const

describe.each(programs)(
  'the $language program',
  ({ language, file, write, command, tool, read }) => {
    beforeAll(async () => {
      const [name, ...args] = tool
      await run(name, args).catch((cause: unknown) => {
        throw new Error(
          `${name} is needed to run the ${language} program: apt-get install ${name}`,
          {
            cause,
          },
        )
      })
    })

    const printed = async (made: CodeRequest, given?: string) => {
      const path = join(dir, file)
      await writeFile(path, write(made))
      return read(await outputOf(command(path), given))
    }

    test('brings every row of every page, in order, over a 429', async () => {
      const made = requestOf('CustomersV3', options)
      const rows = await rowsOf(made)
      expect(await printed(made)).toEqual(rows)
      expect(rows.length).toBeGreaterThan(3 * pageRows)
      expect(asked).toHaveLength(Math.ceil(rows.length / pageRows) + 1)
      expect(asked[1]).toBe(asked[2])
    })

    test('brings one row by its key', async () => {
      const made = requestOf('CustomersV3', "(dataAreaId='usmf',CustomerAccount='US-001')")
      expect(await printed(made)).toEqual(await rowsOf(made))
    })

    test('says what Entra answered to a wrong secret', async () => {
      const made = requestOf('CustomersV3', '$top=1')
      await expect(printed(made, 'wrong+&=%')).rejects.toMatchObject({
        stderr: expect.stringContaining('AADSTS7000215'),
      })
    })

    test('does nothing without a secret, and names the variable', async () => {
      const made = requestOf('CustomersV3', '$top=1')
      await expect(printed(made, '')).rejects.toMatchObject({
        stderr: expect.stringContaining(secretVariable),
      })
      expect(asked).toEqual([])
    })
  },
)

test('the TypeScript program passes the strictest checks of the compiler', async () => {
  const path = join(dir, 'check.mts')
  await writeFile(path, toTypeScript(requestOf('CustomersV3', options)))
  const compiler = join(process.cwd(), 'node_modules/.bin/tsc')
  const strict = ['--strict', '--noUncheckedIndexedAccess', '--exactOptionalPropertyTypes']
  const kind = ['--module', 'nodenext', '--target', 'es2023', '--types', 'node', '--noEmit']
  const { stdout } = await run(compiler, ['--ignoreConfig', ...strict, ...kind, path], {
    cwd: dir,
  }).catch((error: unknown) => error as { stdout: string })
  expect(stdout).toBe('')
})
