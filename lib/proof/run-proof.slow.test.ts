import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createConnection } from '@/lib/connections/create-connection'
import { deleteConnection } from '@/lib/connections/delete-connection'
import { putCredential } from '@/lib/connections/put-credential'
import { requireConnection } from '@/lib/connections/require-connection'
import { updateConnection } from '@/lib/connections/update-connection'
import type { Proof, ProofEvent } from '@/lib/contract/proof'
import { closeDatabase, database, openDatabase, setDatabase } from '@/lib/db/client'
import { closeOutbound } from '@/lib/http/agent'
import { setPracticeRoute } from '@/lib/http/practice-route'
import type { Context } from '@/lib/log/context'
import { listProofs } from '@/lib/proof/list-proofs'
import { probeEnvironment } from '@/lib/proof/probe-environment'
import { runProof } from '@/lib/proof/run-proof'
import { tokenStatus } from '@/lib/proof/token-status'
import { homeTenant, otherTenant } from '@/lib/sandbox/entra/tenants'
import { type Sandbox, startSandbox } from '@/lib/sandbox/start'
import { prepareApp, withoutDelays } from '@/lib/sandbox/state/prepare-app'
import { seedState } from '@/lib/sandbox/state/seed'
import type { App, State } from '@/lib/sandbox/state/state'
import { writeState } from '@/lib/sandbox/state/write-state'
import { issueAuthority } from '@/lib/sandbox/tls/issue'
import { practiceEnvironmentUrl } from '@/lib/steps/cloud'
import type { StepId } from '@/lib/steps/step'
import { openVault, setVault } from '@/lib/vault/vault'

let dir: string
let practice: Sandbox | undefined

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fivestep-proof-'))
  const opened = await openDatabase({ dir: 'memory' })
  setDatabase(opened)
  setVault(await openVault(opened, { dataDir: dir }))
})

afterEach(async () => {
  setPracticeRoute(undefined)
  await practice?.close()
  practice = undefined
  await closeOutbound()
})

afterAll(async () => {
  setVault(undefined)
  await closeDatabase()
  await rm(dir, { recursive: true, force: true })
})

function context(signal = new AbortController().signal): Context {
  return {
    actor: { kind: 'system', job: 'test' },
    now: () => new Date(),
    signal,
    log: pino({ level: 'silent' }),
    requestId: randomUUID(),
  }
}

type World = { app: App; secret: string; secretId: string; state: State }

/** A practice tenant in which all five steps were done, then broken by `edit`. */
async function startPractice(edit: (world: World) => void = () => undefined): Promise<World> {
  const state = seedState()
  withoutDelays(state)
  const prepared = prepareApp(state, { name: 'ODataIntegration', now: new Date() })
  const world: World = { ...prepared, state }
  edit(world)
  await writeState(join(dir, 'practice'), state)
  practice = await startSandbox({ dir: join(dir, 'practice'), rows: 200 })
  setPracticeRoute({ port: practice.port, caPem: practice.caPem })
  return world
}

function register({ app, state }: World, userId: string): void {
  state.environments['contoso-uat'].registrations = [
    { clientId: app.clientId, name: 'ODataIntegration', userId, createdAtMs: 0 },
  ]
}

type Setting = Readonly<{
  tenantId?: string | null
  clientId?: string | null
  secret?: string | null
  expiresOn?: string
}>

/** A connection to the practice environment, filled in as `world` has it unless told otherwise. */
async function connect(world: World, setting: Setting = {}): Promise<string> {
  const ctx = context()
  const { id } = await createConnection(ctx, { environmentUrl: practiceEnvironmentUrl })
  const { tenantId = homeTenant.tenantId, clientId = world.app.clientId } = setting
  await updateConnection(ctx, id, { tenantId, clientId })
  const { secret = world.secret, expiresOn } = setting
  if (secret !== null) {
    await putCredential(ctx, id, { kind: 'secret', value: secret, expiresOn: expiresOn ?? null })
  }
  return id
}

async function prove(
  connectionId: string,
  options: { until?: StepId; waitSeconds?: number; signal?: AbortSignal } = {},
) {
  const { until = 'trust', waitSeconds = 0, signal } = options
  const events: ProofEvent[] = []
  for await (const event of runProof(context(signal), { connectionId, until, waitSeconds })) {
    events.push(event)
  }
  const last = events.at(-1)
  if (last?.type !== 'finished') throw new Error(`ended with ${JSON.stringify(last)}`)
  return { events, proof: last.proof, steps: last.steps }
}

const verdictOf = (proof: Proof, id: string) => proof.checks.find((one) => one.id === id)

const statuses = (steps: readonly { step: string; status: string }[]) =>
  Object.fromEntries(steps.map(({ step, status }) => [step, status]))

type Broken = Readonly<{
  title: string
  edit?: (world: World) => void
  setting?: (world: World) => Setting
  until?: StepId
  at: string
  rule: string
  step: StepId
}>

const brokenStates: readonly Broken[] = [
  {
    title: 'no tenant filled in',
    setting: () => ({ tenantId: null }),
    at: 'tenant',
    rule: 'proof.missing-tenant',
    step: 'credentials',
  },
  {
    title: 'a tenant that nobody has',
    setting: () => ({ tenantId: '11111111-2222-4333-8444-555555555555' }),
    at: 'tenant',
    rule: 'entra.tenant-not-found',
    step: 'credentials',
  },
  {
    title: 'another tenant than the environment’s',
    setting: () => ({ tenantId: otherTenant.tenantId }),
    at: 'tenant-match',
    rule: 'proof.tenant-differs',
    step: 'credentials',
  },
  {
    title: 'no client id filled in',
    setting: () => ({ clientId: null }),
    at: 'app',
    rule: 'proof.missing-client',
    step: 'register',
  },
  {
    title: 'an app that is not there',
    setting: () => ({ clientId: '99999999-2222-4333-8444-555555555555' }),
    at: 'app',
    rule: 'entra.app-not-found',
    step: 'register',
  },
  {
    title: 'the object id of the app in place of its client id',
    setting: ({ app }) => ({ clientId: app.objectId }),
    until: 'register',
    at: 'app',
    rule: 'entra.app-not-found',
    step: 'register',
  },
  {
    title: 'a disabled app',
    edit: ({ app }) => {
      app.enabled = false
    },
    at: 'app',
    rule: 'entra.app-disabled',
    step: 'register',
  },
  {
    title: 'no secret',
    setting: () => ({ secret: null }),
    at: 'credential',
    rule: 'proof.missing-secret',
    step: 'secret',
  },
  {
    title: 'a wrong secret',
    setting: () => ({ secret: 'Abc8Q~not-the-value-that-entra-showed-once-xx' }),
    until: 'secret',
    at: 'token',
    rule: 'entra.secret-too-new',
    step: 'secret',
  },
  {
    title: 'the secret’s id in place of its value',
    setting: ({ secretId }) => ({ secret: secretId }),
    at: 'credential',
    rule: 'proof.secret-is-secret-id',
    step: 'secret',
  },
  {
    title: 'an expired secret',
    edit: ({ app }) => {
      for (const secret of app.secrets) secret.expiresAtMs = Date.now() - 1000
    },
    at: 'token',
    rule: 'entra.secret-expired',
    step: 'secret',
  },
  {
    title: 'no service principal',
    edit: ({ app }) => {
      app.servicePrincipalId = null
    },
    until: 'permissions',
    at: 'service-principal',
    rule: 'proof.claim-oid',
    step: 'register',
  },
  {
    title: 'an app that F&O does not know',
    edit: ({ state }) => {
      state.environments['contoso-uat'].registrations = []
    },
    at: 'trust',
    rule: 'finops.app-not-registered',
    step: 'trust',
  },
  {
    title: 'an app that only another environment knows',
    edit: ({ state }) => {
      const [uat, prod] = [state.environments['contoso-uat'], state.environments['contoso-prod']]
      prod.registrations = uat.registrations
      uat.registrations = []
    },
    at: 'trust',
    rule: 'finops.app-not-registered',
    step: 'trust',
  },
  {
    title: 'a mapped user without a role',
    edit: (world) => register(world, 'NOROLES'),
    at: 'entity-read',
    rule: 'finops.read-forbidden',
    step: 'trust',
  },
  {
    title: 'a mapped user that is disabled',
    edit: (world) => register(world, 'RETIRED'),
    at: 'trust',
    rule: 'finops.app-not-registered',
    step: 'trust',
  },
]

describe.each(brokenStates)('$title', (broken) => {
  test(`breaks the chain at its own link and names its step`, async () => {
    const world = await startPractice(broken.edit)
    const id = await connect(world, broken.setting?.(world))
    const { proof, steps } = await prove(id, { until: broken.until ?? 'trust' })

    const check = proof.checks.find((one) => one.id === proof.firstBreak)
    expect({
      verdict: proof.verdict,
      at: proof.firstBreak,
      rule: check?.diagnosis?.rule,
      step: check?.diagnosis?.step,
      state: steps.find((state) => state.step === broken.step)?.status,
    }).toEqual({
      verdict: 'failed',
      at: broken.at,
      rule: broken.rule,
      step: broken.step,
      state: 'failed',
    })
  })
})

const allPassed = {
  register: 'passed',
  secret: 'passed',
  permissions: 'passed',
  credentials: 'passed',
  trust: 'passed',
}

type Faulty = Readonly<{
  fault: 'throttled' | 'read_fails' | 'maintenance' | 'login_page'
  at: string
  rule: string
}>

const faulty: readonly Faulty[] = [
  { fault: 'maintenance', at: 'finops', rule: 'finops.maintenance-page' },
  { fault: 'login_page', at: 'finops', rule: 'finops.redirect-sign-in' },
  { fault: 'throttled', at: 'trust', rule: 'finops.throttled' },
  { fault: 'read_fails', at: 'entity-read', rule: 'finops.server-error' },
]

test.each(faulty)(
  'an environment that is $fault breaks the chain at $at',
  async ({ fault, at, rule }) => {
    const world = await startPractice(({ state }) => {
      state.environments['contoso-uat'].fault = fault
    })
    const { proof } = await prove(await connect(world))
    expect([proof.firstBreak, verdictOf(proof, at)?.diagnosis?.rule]).toEqual([at, rule])
  },
)

test('an integration that acts as the administrator works, and is warned about', async () => {
  const { proof } = await prove(await connect(await startPractice((w) => register(w, 'Admin'))))
  expect(proof.verdict).toBe('passed')
  expect(verdictOf(proof, 'mapped-user')).toMatchObject({
    verdict: 'warned',
    diagnosis: { rule: 'proof.user-admin', step: 'trust' },
  })
  expect(verdictOf(proof, 'company')?.summary).toMatch(/only usmf is read, one of \d+ companies/)
})

test('what the mapped user may not look up is skipped with its reason, and breaks nothing', async () => {
  const { proof } = await prove(await connect(await startPractice()))
  expect(verdictOf(proof, 'mapped-user')).toMatchObject({
    verdict: 'skipped',
    summary: 'Cannot tell which user the app acts as: the mapped user may not read it.',
  })
  expect(proof.verdict).toBe('passed')
})

test('with all five steps done the chain ends in rows, and everything of it is kept', async () => {
  const id = await connect(await startPractice())
  const { events, proof, steps } = await prove(id)

  expect(proof.checks.filter(({ verdict }) => verdict === 'failed')).toEqual([])
  expect(proof).toMatchObject({ verdict: 'passed', firstBreak: null })
  expect(proof.sentence).toMatch(/^Contoso UAT works: an integration can sign in and read data/)
  expect(statuses(steps)).toEqual(allPassed)
  expect(events[0]).toMatchObject({ type: 'started', proofId: proof.id })
  expect(verdictOf(proof, 'entity-read')?.evidence).toContainEqual({
    label: 'Entity set',
    value: 'CustomersV3',
  })

  expect(await listProofs(context(), id)).toEqual([proof])
  expect((await requireConnection(context(), id)).steps).toEqual(steps)
  const { rows } = await database().execute('select action from audit_entries where subject = $1', [
    proof.id,
  ])
  expect(rows).toEqual([{ action: 'proof.run' }])
})

test('a proof holds neither the secret nor a token', async () => {
  const world = await startPractice()
  const { events } = await prove(await connect(world))
  const text = JSON.stringify(events)
  expect(text).not.toContain(world.secret)
  expect(text).not.toMatch(/eyJ[\w-]{10,}\.[\w-]{10,}\./)
})

test('the token is told of with its claims explained, and counted', async () => {
  const id = await connect(await startPractice())
  expect(await tokenStatus(context(), id)).toMatchObject({ state: 'none', mints: 0, claims: [] })

  await prove(id, { until: 'credentials' })
  const status = await tokenStatus(context(), id)
  expect(status).toMatchObject({ state: 'fresh', mints: 1, lastFailure: null })
  expect(status.secondsLeft).toBeGreaterThan(3000)
  expect(status.claims).toContainEqual(
    expect.objectContaining({ name: 'aud', value: practiceEnvironmentUrl, verdict: 'good' }),
  )
})

test('a proof of the secret asks Entra anew, whatever token is kept', async () => {
  const id = await connect(await startPractice())
  await prove(id, { until: 'secret' })
  await prove(id, { until: 'secret' })
  expect(await tokenStatus(context(), id)).toMatchObject({ mints: 2 })
})

test('a failed mint is remembered beside the token', async () => {
  const world = await startPractice()
  const id = await connect(world, { secret: 'Abc8Q~not-the-value-that-entra-showed-once-xx' })
  await prove(id, { until: 'secret' })
  const status = await tokenStatus(context(), id)
  expect(status).toMatchObject({ state: 'none', mints: 0 })
  expect(status.lastFailure?.diagnosis.step).toBe('secret')
})

test('a proof of the first step asks neither for a secret nor for the environment', async () => {
  const id = await connect(await startPractice(), { secret: null })
  const { proof, steps } = await prove(id, { until: 'register' })
  expect(proof.checks.map((check) => check.id)).toEqual(['tenant', 'app'])
  expect(proof.verdict).toBe('passed')
  expect(statuses(steps)).toEqual({
    register: 'passed',
    secret: 'todo',
    permissions: 'todo',
    credentials: 'todo',
    trust: 'todo',
  })
})

test('the tenant may be a domain', async () => {
  const id = await connect(await startPractice(), { tenantId: homeTenant.domain })
  const { proof } = await prove(id, { until: 'credentials' })
  expect(proof.verdict).toBe('passed')
  expect(verdictOf(proof, 'tenant-match')?.verdict).toBe('passed')
  expect(verdictOf(proof, 'token-tenant')?.verdict).toBe('passed')
})

test('missing consent warns and lets F&O decide', async () => {
  const world = await startPractice(({ app }) => {
    app.grants = []
  })
  const { proof, steps } = await prove(await connect(world))
  expect(verdictOf(proof, 'roles')).toMatchObject({
    verdict: 'warned',
    diagnosis: { rule: 'proof.roles-none', step: 'permissions' },
  })
  expect(proof.verdict).toBe('passed')
  expect(steps.find(({ step }) => step === 'permissions')).toMatchObject({
    status: 'passed',
    warnings: 1,
  })
})

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test.each([
  [180, 'passed', undefined],
  [29, 'warned', 'proof.secret-expiring'],
  [-1, 'warned', 'proof.secret-noted-expired'],
  [500, 'warned', 'proof.secret-long-lived'],
])('a secret that is noted to end in %i days is %s', async (days, verdict, rule) => {
  const id = await connect(await startPractice(), { expiresOn: inDays(days) })
  const { proof } = await prove(id, { until: 'secret' })
  const check = verdictOf(proof, 'credential')
  expect([check?.verdict, check?.diagnosis?.rule]).toEqual([verdict, rule])
  expect(proof.verdict).toBe('passed')
})

test('a secret that is too new is waited for, and goes green by itself', async () => {
  const world = await startPractice(({ state, app }) => {
    state.delays = { ...state.delays, secret: 3 }
    for (const secret of app.secrets) secret.createdAtMs = Date.now()
  })
  const { events, proof } = await prove(await connect(world), { until: 'secret', waitSeconds: 30 })
  expect(proof.verdict).toBe('passed')
  expect(events).toContainEqual(
    expect.objectContaining({
      type: 'waiting',
      checkId: 'token',
      reason: 'the new secret to reach every Entra server',
    }),
  )
})

test('a consent that was just given is waited for where the permissions are proven', async () => {
  const world = await startPractice(({ state, app }) => {
    state.delays = { ...state.delays, consent: 3 }
    for (const grant of app.grants) grant.createdAtMs = Date.now()
  })
  const { events, proof } = await prove(await connect(world), {
    until: 'permissions',
    waitSeconds: 30,
  })
  expect(verdictOf(proof, 'roles')?.verdict).toBe('passed')
  expect(events.some((event) => event.type === 'waiting' && event.checkId === 'roles')).toBe(true)
})

test('a cancelled proof says so and is kept', async () => {
  const cancel = new AbortController()
  const id = await connect(await startPractice(), { secret: 'Abc8Q~not-the-value-that-entra-sh' })
  const events: ProofEvent[] = []
  const run = runProof(context(cancel.signal), {
    connectionId: id,
    until: 'trust',
    waitSeconds: 60,
  })
  for await (const event of run) {
    events.push(event)
    if (event.type === 'waiting') cancel.abort()
  }
  const last = events.at(-1)
  expect(last).toMatchObject({ type: 'finished', proof: { verdict: 'cancelled' } })
  const [kept] = await listProofs(context(), id)
  expect(kept?.checks.map((check) => check.verdict)).toContain('blocked')
  expect((await requireConnection(context(), id)).steps[0]?.status).toBe('passed')
})

test('a reader who goes away leaves a cancelled proof behind', async () => {
  const id = await connect(await startPractice())
  for await (const event of runProof(context(), {
    connectionId: id,
    until: 'credentials',
    waitSeconds: 0,
  })) {
    if (event.type === 'checked' && event.check.id === 'tls') break
  }
  const [kept] = await listProofs(context(), id)
  expect(kept).toMatchObject({ verdict: 'cancelled' })
  expect(kept?.checks).toHaveLength(16)
})

test('a verdict on a connection that was changed meanwhile leaves its steps alone', async () => {
  const world = await startPractice()
  const id = await connect(world)
  for await (const event of runProof(context(), {
    connectionId: id,
    until: 'register',
    waitSeconds: 0,
  })) {
    if (event.type === 'started') {
      await updateConnection(context(), id, { clientId: '99999999-2222-4333-8444-555555555555' })
    }
    if (event.type === 'finished') expect(event.proof.verdict).toBe('passed')
  }
  expect((await requireConnection(context(), id)).steps[0]?.status).toBe('todo')
})

test('an unknown connection is refused before the first event', async () => {
  const run = runProof(context(), {
    connectionId: `con_${'a'.repeat(20)}`,
    until: 'trust',
    waitSeconds: 0,
  })
  await expect(run.next()).rejects.toMatchObject({ code: 'not_found' })
})

describe('the way to the environment', () => {
  async function breakAt(route: { port: number; caPem: string }) {
    const id = await connect(await startPractice())
    setPracticeRoute(route)
    const { proof } = await prove(id)
    const check = verdictOf(proof, proof.firstBreak ?? '')
    return { at: proof.firstBreak, code: check?.failure?.code, rule: check?.diagnosis?.rule }
  }

  test('a port that nobody listens on breaks at the connection', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    server.close()
    await once(server, 'close')
    expect(await breakAt({ port, caPem: await strangeAuthority() })).toEqual({
      at: 'tcp',
      code: 'connect_refused',
      rule: 'network.refused',
    })
  })

  test('a host that hangs up breaks at TLS', async () => {
    const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const broken = await breakAt({ port, caPem: await strangeAuthority() })
    server.close()
    expect(broken).toMatchObject({
      at: 'tls',
      code: expect.stringMatching(/^(connect_reset|tls_)/),
    })
  })

  test('a certificate of an authority that is not trusted breaks at TLS', async () => {
    const id = await connect(await startPractice())
    setPracticeRoute({ port: practice?.port ?? 0, caPem: await strangeAuthority() })
    const { proof } = await prove(id)
    expect(proof.firstBreak).toBe('tls')
    expect(verdictOf(proof, 'tls')?.failure?.code).toMatch(/^tls_(untrusted|self_signed)$/)
  })
})

async function strangeAuthority(): Promise<string> {
  return (await issueAuthority(new Date())).certPem
}

describe('the probe of the first page', () => {
  const verdicts = (checks: readonly { id: string; verdict: string }[]) =>
    checks.map(({ id, verdict }) => `${id} ${verdict}`)

  test('reads tenant, cloud and a name out of a pasted address', async () => {
    await startPractice()
    const probe = await probeEnvironment(context(), {
      environmentUrl: '  HTTPS://Contoso-UAT.practice.localhost/?cmp=usmf ',
    })
    expect(probe).toMatchObject({
      environmentUrl: practiceEnvironmentUrl,
      suggestedName: 'Contoso UAT',
      reachable: true,
      isFinops: true,
      cloud: 'practice',
      tenantId: homeTenant.tenantId,
    })
    expect(verdicts(probe.checks)).toEqual(
      ['address', 'dns', 'tcp', 'tls', 'finops', 'tenant'].map((id) => `${id} passed`),
    )
  })

  test.each([
    ['not an address', 'address failed', 'proof.address-unusable'],
    ['https://contoso.crm4.dynamics.com', 'address failed', 'proof.address-unusable'],
    ['https://internal.corp.example', 'dns failed', 'network.egress-refused'],
    ['https://169.254.169.254', 'dns failed', 'network.egress-refused'],
  ])('%s is refused without a call', async (environmentUrl, broken, rule) => {
    const probe = await probeEnvironment(context(), { environmentUrl })
    expect(verdicts(probe.checks)).toContain(broken)
    expect(probe.checks.find(({ verdict }) => verdict === 'failed')?.diagnosis?.rule).toBe(rule)
    expect(probe).toMatchObject({ reachable: false, isFinops: false, tenantId: null })
  })
})

test.each(['to its end', 'until its reader goes away'])(
  'a connection that is deleted meanwhile ends a run that is read %s without a proof',
  async (how) => {
    const id = await connect(await startPractice())
    const run = runProof(context(), { connectionId: id, until: 'trust', waitSeconds: 0 })
    await run.next()
    await deleteConnection(context(), id)
    if (how === 'to its end') {
      let last: ProofEvent | undefined
      for await (const event of run) last = event
      expect(last).toMatchObject({ type: 'aborted', title: expect.stringContaining('deleted') })
    } else {
      expect(await run.return(undefined)).toEqual({ done: true, value: undefined })
    }
    await expect(requireConnection(context(), id)).rejects.toMatchObject({ code: 'not_found' })
  },
)
