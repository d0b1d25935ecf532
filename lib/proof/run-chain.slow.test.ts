import { pino } from 'pino'
import { expect, test } from 'vitest'
import type { ProofEvent } from '@/lib/contract/proof'
import type { Diagnosis } from '@/lib/diagnosis/diagnosis'
import type { ProofLink } from '@/lib/proof/link'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import { newProgress, runChain } from '@/lib/proof/run-chain'

const passed: CheckOutcome = { verdict: 'passed', summary: 'It works.', evidence: [] }

function failed(mayHealByWaiting = false): CheckOutcome {
  const diagnosis: Diagnosis = {
    rule: 'test.broken',
    step: 'secret',
    title: 'Broken',
    cause: 'It broke.',
    fix: ['Mend it.'],
    who: 'developer',
    links: [],
    confidence: 'certain',
    mayHealByWaiting,
  }
  return { verdict: 'failed', summary: 'It broke.', evidence: [], diagnosis, failure: null }
}

function link(id: string, run: ProofLink['run'], timeoutMs = 5000): ProofLink {
  return { id, step: 'secret', title: id, from: 'secret', asks: 'environment', timeoutMs, run }
}

async function run(
  links: readonly ProofLink[],
  options: { waitSeconds?: number; signal?: AbortSignal } = {},
) {
  const progress = newProgress()
  const events: ProofEvent[] = []
  const chain = runChain(
    {
      links,
      waitSeconds: options.waitSeconds ?? 0,
      log: pino({ level: 'silent' }),
      scopeWith: (found) => ({
        found,
        subject: {
          environmentUrl: 'https://contoso.operations.dynamics.com',
          cloud: 'public',
          authorityOrigin: null,
          tenantId: null,
          clientId: null,
          credential: null,
        },
        now: () => new Date('2026-11-25T08:00:00Z'),
        signal: options.signal ?? new AbortController().signal,
        keeper: { onMint: async () => undefined, onMintFailed: async () => undefined },
      }),
    },
    progress,
  )
  for await (const event of chain) events.push(event)
  return { events, progress }
}

const verdicts = (progress: Awaited<ReturnType<typeof run>>['progress']) =>
  progress.checks.map((check) => `${check.id} ${check.verdict}`)

test('links run in order and hand on what they found', async () => {
  const { events, progress } = await run([
    link('first', async () => ({ ...passed, found: { company: 'usmf' } })),
    link('second', async ({ found }) => ({ ...passed, summary: `In ${found.company}` })),
  ])
  expect(progress.checks[1]?.summary).toBe('In usmf')
  expect(events.map((event) => event.type)).toEqual(['running', 'checked', 'running', 'checked'])
})

test('the first failure blocks what comes after it', async () => {
  const { progress } = await run([
    link('first', async () => passed),
    link('second', async () => failed()),
    link('third', async () => passed),
  ])
  expect(verdicts(progress)).toEqual(['first passed', 'second failed', 'third blocked'])
  expect(progress.firstBreak?.id).toBe('second')
  expect(progress.cancelled).toBe(false)
})

test('warned and skipped links do not end the chain', async () => {
  const warning = failed()
  const { progress } = await run([
    link('warned', async () => ({ ...warning, verdict: 'warned' }) as CheckOutcome),
    link('skipped', async () => ({ verdict: 'skipped', summary: 'Cannot tell.', evidence: [] })),
    link('last', async () => passed),
  ])
  expect(verdicts(progress)).toEqual(['warned warned', 'skipped skipped', 'last passed'])
})

test('a link that never answers fails when its time is up, even if it ignores its signal', async () => {
  const { progress } = await run([link('deaf', () => new Promise(() => undefined), 50)])
  expect(progress.firstBreak).toMatchObject({
    id: 'deaf',
    verdict: 'failed',
    failure: { code: 'timed_out', where: 'environment' },
  })
})

test('a link that throws becomes a failed check of our own', async () => {
  const { progress } = await run([
    link('broken', async () => {
      throw new TypeError('x is not a function')
    }),
  ])
  expect(progress.firstBreak?.failure).toMatchObject({ code: 'unexpected', where: 'fivestep' })
  expect(JSON.stringify(progress)).not.toContain('x is not a function')
})

test('a failure that heals by waiting is tried again, visibly', async () => {
  let tries = 0
  const { events, progress } = await run(
    [
      link('slow', async () => {
        tries += 1
        return tries < 2 ? failed(true) : passed
      }),
    ],
    { waitSeconds: 30 },
  )
  expect(verdicts(progress)).toEqual(['slow passed'])
  expect(events.filter((event) => event.type === 'waiting')).toEqual([
    {
      type: 'waiting',
      checkId: 'slow',
      reason: 'the new secret to reach every Entra server',
      attempt: 1,
      nextTryAt: '2026-11-25T08:00:02.000Z',
      giveUpAt: expect.stringMatching(/^2026-11-25T08:00:(29\.9|30)/),
      diagnosis: expect.objectContaining({ rule: 'test.broken', cause: 'It broke.' }),
    },
  ])
})

test('waiting ends when its time is over', async () => {
  const { events, progress } = await run([link('never', async () => failed(true))], {
    waitSeconds: 1,
  })
  expect(events.filter((event) => event.type === 'waiting')).toHaveLength(1)
  expect(progress.firstBreak?.id).toBe('never')
})

test('a failure that does not heal is not waited for', async () => {
  const { events } = await run([link('hard', async () => failed())], { waitSeconds: 60 })
  expect(events.some((event) => event.type === 'waiting')).toBe(false)
})

test.each(['while a link runs', 'while it waits'])('cancelling %s ends the chain', async (when) => {
  const cancel = new AbortController()
  const { progress } = await run(
    [
      link('first', async () => passed),
      link('second', ({ signal }) => {
        setTimeout(() => cancel.abort(), 20)
        return when === 'while it waits'
          ? Promise.resolve(failed(true))
          : new Promise((_, reject) => signal.addEventListener('abort', reject))
      }),
      link('third', async () => passed),
    ],
    { waitSeconds: 60, signal: cancel.signal },
  )
  expect(progress.cancelled).toBe(true)
  expect(verdicts(progress)).toEqual(['first passed', 'second blocked', 'third blocked'])
})

test('facts that are not known are left out of the evidence', () => {
  expect(evidence({ a: 1, b: null, c: undefined, d: '', e: 'x' })).toEqual([
    { label: 'a', value: '1' },
    { label: 'e', value: 'x' },
  ])
})

test('a sentence of ten thousand letters is cut, and so is a fact', async () => {
  const long = 'x'.repeat(10_000)
  const { progress } = await run([
    link('long', async () => ({
      verdict: 'passed',
      summary: long,
      evidence: evidence({ Name: long, Short: 'y' }),
    })),
  ])
  const [check] = progress.checks
  expect(check?.summary).toHaveLength(600)
  expect(check?.evidence.map(({ value }) => value.length)).toEqual([1000, 1])
  expect(check?.evidence[0]?.value).toMatch(/x…$/)
})
