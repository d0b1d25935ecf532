import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createConnection } from '@/lib/connections/create-connection'
import { saveProof } from '@/lib/connections/proofs'
import { putCredential } from '@/lib/connections/put-credential'
import { saveTokenState } from '@/lib/connections/token-state'
import type { Check, Proof } from '@/lib/contract/proof'
import { closeDatabase, database, openDatabase, setDatabase } from '@/lib/db/client'
import { newId } from '@/lib/db/new-id'
import { auditEntries } from '@/lib/db/schema'
import { diagnose } from '@/lib/diagnosis/diagnose'
import type { Failure } from '@/lib/diagnosis/failure'
import type { Context } from '@/lib/log/context'
import type { SupportBundle } from '@/lib/proof/support-bundle/bundle'
import {
  makeSupportBundle,
  makeSupportSummary,
} from '@/lib/proof/support-bundle/make-support-bundle'
import { openVault, setVault } from '@/lib/vault/vault'

/** Of no shape that any rule knows, and with signs that each encoding writes otherwise. */
const stored = `Blue horse "7"&<pass>/über`
const jwt = `eyJ0eXAiOiJKV1QifQ.${'eyJhdWQiOiJodHRwczovL3gifQ'}.c2lnbmF0dXJlLW9mLWEtdG9rZW4`
const entraSecret = 'a1B8Q~zY0xW9vU8tS7rQ6pO5nM4lK3jI2hG1fE0d'
const opaque = 'Zx81kPq0Lm33Wn77Tt'

const lowHex = (text: string) => text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())

/** Texts as upstreams and people write them, each with the part that must be gone. */
const planted: readonly (readonly [text: string, secret: string])[] = [
  [stored, stored],
  [encodeURIComponent(stored), encodeURIComponent(stored)],
  [lowHex(encodeURIComponent(stored)), lowHex(encodeURIComponent(stored))],
  [
    new URLSearchParams({ a: stored }).toString(),
    new URLSearchParams({ a: stored }).toString().slice(2),
  ],
  [JSON.stringify(stored), JSON.stringify(stored).slice(1, -1)],
  ['Blue horse &quot;7&quot;&amp;&lt;pass&gt;/über', 'horse &quot;7&quot;'],
  [jwt, jwt.slice(25)],
  [`Authorization: Bearer ${jwt}`, jwt.slice(25)],
  [entraSecret, entraSecret],
  [`client_secret=${opaque}&grant_type=client_credentials`, opaque],
  [`{"client_secret": "${opaque}"}`, opaque],
  [`{\\"access_token\\":\\"${opaque}\\"}`, opaque],
  [`refresh_token=${opaque}`, opaque],
  [`client_assertion=${opaque}`, opaque],
  [
    `Authorization: Basic ${Buffer.from(`app:${opaque}`).toString('base64')}`,
    Buffer.from(`app:${opaque}`).toString('base64'),
  ],
  [`Cookie: ARRAffinity=${opaque}; other=1`, opaque],
  [`Set-Cookie: session=${opaque}; HttpOnly`, opaque],
  [`Server=tcp:x.database.windows.net;User ID=a;Password=${opaque};`, opaque],
  [`AccountKey=${opaque}==;EndpointSuffix=core.windows.net`, opaque],
  [`https://x.blob.core.windows.net/c?sv=2024&sig=${opaque}%3D`, opaque],
  [`x-functions-key: ${opaque}`, opaque],
  [
    '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQ\n-----END PRIVATE KEY-----',
    'MIIEvQIBADANBgkqhkiG9w0BAQ',
  ],
]
const everySecret = planted.map(([, secret]) => secret)
const allTexts = planted.map(([text]) => text).join('\n')

const ctx: Context = {
  actor: { kind: 'system', job: 'test' },
  now: () => new Date('2026-11-25T09:00:00.000Z'),
  signal: new AbortController().signal,
  log: pino({ level: 'silent' }),
  requestId: 'r1',
}
const dataDir = mkdtempSync(join(tmpdir(), 'fivestep-bundle-'))

beforeAll(async () => {
  const opened = await openDatabase({ dir: 'memory' })
  setDatabase(opened)
  setVault(await openVault(opened, { dataDir }))
})
afterAll(async () => {
  setVault(undefined)
  await closeDatabase()
  rmSync(dataDir, { recursive: true })
})

async function connect(): Promise<string> {
  const { id } = await createConnection(ctx, {
    environmentUrl: 'https://contoso-uat.sandbox.operations.dynamics.com',
    tenantId: 'b7d1f0a2-5c3e-4f6a-9b8d-2e4c6a8f0b12',
  })
  await putCredential(ctx, id, { kind: 'secret', value: stored, expiresOn: '2027-01-31' })
  return id
}

function failureWith(text: string): Failure {
  return {
    where: 'environment',
    method: 'GET',
    url: 'https://contoso-uat.sandbox.operations.dynamics.com/data/SystemUsers',
    status: 401,
    code: null,
    message: text || null,
    headers: { p3p: 'CP="X"', 'x-note': text },
    bodyExcerpt: text || null,
    ids: {
      correlationId: null,
      traceId: null,
      requestId: '0aa1b2c3-0000-4000-8000-00000000beef',
      dynAid: 'abc-dyn-aid-77',
      clientRequestId: null,
    },
    at: '2026-11-25T08:59:30.000Z',
    tookMs: 120,
  }
}

function check(id: string, verdict: Check['verdict'], rest: Partial<Check> = {}): Check {
  return {
    ...{ id, step: 'trust', title: `Title of ${id}`, verdict, summary: `Summary of ${id}.` },
    ...{ evidence: [], tookMs: 5, diagnosis: null, failure: null },
    ...rest,
  }
}

async function keepProof(connectionId: string, checks: Check[], sentence = 'It fails.') {
  const proof: Proof = {
    ...{ id: newId('prf'), connectionId, until: 'trust', verdict: 'failed', sentence },
    startedAt: '2026-11-25T08:59:00.000Z',
    finishedAt: '2026-11-25T08:59:31.000Z',
    firstBreak: checks.find(({ verdict }) => verdict === 'failed')?.id ?? null,
    checks,
  }
  await saveProof(ctx, proof)
  return proof
}

function failed(text = ''): Check {
  const failure = failureWith(text)
  const diagnosis = diagnose(failure, {
    cloud: 'public',
    authorityOrigin: null,
    tenantId: null,
    clientId: null,
    environmentUrl: null,
    tokenMinted: true,
  })
  return check('trust', 'failed', { failure, diagnosis })
}

async function open(connectionId: string, proofId: string) {
  const { fileName, zip } = await makeSupportBundle(ctx, { connectionId, proofId })
  const files = unzipSync(zip)
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const bundle = JSON.parse(text('bundle.json')) as SupportBundle
  return {
    fileName,
    names: Object.keys(files),
    json: text('bundle.json'),
    summary: text('summary.md'),
    bundle,
  }
}

describe('a support bundle', () => {
  test('tells what broke, by which ids, what was ruled out and what was not reached', async () => {
    const id = await connect()
    const proof = await keepProof(id, [
      check('dns', 'passed', { summary: 'It resolves.' }),
      check('headroom', 'warned', { diagnosis: failed().diagnosis }),
      failed(),
      check('company', 'blocked', { summary: 'Not reached.' }),
    ])
    const { fileName, names, bundle, summary } = await open(id, proof.id)
    expect(fileName).toBe('fivestep-contoso-uat-2026-11-25T0859Z.zip')
    expect(names).toEqual(['summary.md', 'bundle.json'])
    expect(bundle).toMatchObject({
      verdict: { id: proof.id, sentence: 'It fails.' },
      broke: { check: 'trust', step: 'trust', diagnosis: { step: 'trust' } },
      ruledOut: [{ check: 'dns', summary: 'It resolves.' }],
      warnings: [{ check: 'headroom' }],
      untold: [{ check: 'company', why: 'Not reached.' }],
      calls: [{ dynAid: 'abc-dyn-aid-77', status: 401, at: '2026-11-25T08:59:30.000Z' }],
      environmentVersion: null,
      token: null,
    })
    for (const part of [
      'step 5 of 5',
      'ms-dyn-aid: abc-dyn-aid-77',
      'It resolves.',
      '2027-01-31',
    ]) {
      expect(summary).toContain(part)
    }
  })

  test('takes the version from the newest earlier proof that came so far', async () => {
    const id = await connect()
    const evidence = [{ label: 'Application', value: '10.0.44' }]
    await keepProof(id, [check('version', 'passed', { evidence })])
    const proof = await keepProof(id, [failed()])
    const { bundle, summary } = await open(id, proof.id)
    expect(bundle.environmentVersion).toEqual({
      at: '2026-11-25T08:59:31.000Z',
      facts: { Application: '10.0.44' },
    })
    expect(summary).toContain('Application 10.0.44')
  })

  test('holds no secret, wherever one was planted', async () => {
    const id = await connect()
    const now = ctx.now()
    const claims = { aud: 'https://x', note: allTexts, secret: opaque }
    await saveTokenState(ctx, id, { mintedAt: now, expiresAt: now, claims })
    const diagnosis = failed().diagnosis
    const proof = await keepProof(
      id,
      [
        check('dns', 'passed', { summary: allTexts, title: allTexts }),
        check('tls', 'warned', {
          evidence: planted.flatMap(([text]) => [
            { label: text, value: text },
            { label: 'Password', value: opaque },
          ]),
          diagnosis: diagnosis && {
            ...diagnosis,
            title: allTexts,
            cause: allTexts,
            fix: [allTexts],
          },
        }),
        failed(allTexts),
      ],
      allTexts,
    )
    const { json, summary } = await open(id, proof.id)
    const preview = await makeSupportSummary(ctx, { connectionId: id, proofId: proof.id })
    for (const secret of everySecret) {
      const written = JSON.stringify(secret).slice(1, -1)
      for (const text of [json, summary, preview]) {
        expect(text).not.toContain(secret)
        expect(text).not.toContain(written)
      }
    }
    // It is redaction that keeps them out, and not an empty file.
    expect(json).toContain('[redacted]')
    expect(json).toContain('abc-dyn-aid-77')
  })

  test('is still made while the vault is locked', async () => {
    const id = await connect()
    const proof = await keepProof(id, [failed(entraSecret)])
    const real = await openVault(database(), { dataDir })
    setVault({
      ...real,
      unseal: () => {
        throw new Error('locked')
      },
    })
    const { json } = await open(id, proof.id)
    setVault(real)
    expect(json).not.toContain(entraSecret)
    expect(json).toContain('abc-dyn-aid-77')
  })

  test('is noted in the audit, by its proof', async () => {
    const id = await connect()
    const proof = await keepProof(id, [failed()])
    await makeSupportBundle(ctx, { connectionId: id, proofId: proof.id })
    const rows = await database().orm.select().from(auditEntries)
    expect(
      rows.filter(({ action }) => action === 'proof.bundle').map(({ subject }) => subject),
    ).toContain(proof.id)
  })

  test.each([
    ['an unknown proof', async (id: string) => [id, newId('prf')] as const],
    [
      'the proof of another connection',
      async (id: string) => [id, (await keepProof(await connect(), [failed()])).id] as const,
    ],
    ['an unknown connection', async () => [newId('con'), newId('prf')] as const],
  ])('is refused for %s', async (_, pick) => {
    const [connectionId, proofId] = await pick(await connect())
    await expect(makeSupportBundle(ctx, { connectionId, proofId })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
