import { contextAhead, prove } from '@/faults/prove'
import type { FaultState, Setting } from '@/faults/state'
import { type Bench, openBench } from '@/faults/world/bench'
import type { World } from '@/faults/world/world'
import { createConnection } from '@/lib/connections/create-connection'
import { putCredential } from '@/lib/connections/put-credential'
import { updateConnection } from '@/lib/connections/update-connection'
import type { Check, Proof } from '@/lib/contract/proof'
import { chain } from '@/lib/proof/chain'
import { homeTenant } from '@/lib/sandbox/entra/tenants'
import { environmentHost } from '@/lib/sandbox/hosts'
import type { StepId } from '@/lib/steps/step'

/** What the chain said of a state. */
export type Named = Readonly<{
  verdict: 'failed' | 'warned' | 'passed' | 'cancelled'
  check: string | null
  step: StepId | null
  rule: string | null
  title: string | null
}>

/** A state that was run. */
export type StateResult = Readonly<{
  state: FaultState
  named: Named
  tookMs: number
  /** Why the chain was wrong; empty when it was right. */
  wrong: readonly string[]
}>

/** A busy machine may be late by this much; a link that ignores its limit is later. */
const slackMs = 5000

/** Breaks the world as `state` says, runs the whole chain and holds what it named against the truth. */
export async function runState(world: World, state: FaultState): Promise<StateResult> {
  const environment = state.lane === 'contoso-prod' ? 'contoso-prod' : 'contoso-uat'
  const bench = await openBench(world, { name: state.id, environment })
  const setting = await state.breakIt(bench)
  const url = `https://${environmentHost(environment)}`
  const id = await connect(bench, { environmentUrl: url, ...setting })
  const undo = await setting.afterwards?.(id)
  const startedAt = performance.now()
  const proof = await prove(id, setting.clockAheadSeconds).finally(undo)
  const tookMs = Math.round(performance.now() - startedAt)
  const named = nameOf(proof, state)
  return { state, named, tookMs, wrong: [...differences(state, named), ...overrun(proof)] }
}

async function connect(
  bench: Bench,
  setting: Setting & { environmentUrl: string },
): Promise<string> {
  const { environmentUrl, cloud = 'practice', authorityUrl = null, expiresOn = null } = setting
  const { tenantId = homeTenant.tenantId, clientId = bench.app.app.clientId } = setting
  const { secret = bench.app.secret, savedSecondsAgo = 3600 } = setting
  const ctx = contextAhead(setting.clockAheadSeconds ?? 0)
  const { id } = await createConnection(ctx, { environmentUrl, cloud, authorityUrl })
  await updateConnection(ctx, id, { tenantId, clientId })
  if (secret !== null) {
    const then = new Date(ctx.now().getTime() - savedSecondsAgo * 1000)
    await putCredential({ ...ctx, now: () => then }, id, {
      kind: 'secret',
      value: secret,
      expiresOn,
    })
  }
  return id
}

function nameOf(proof: Proof, { truth }: FaultState): Named {
  if (proof.verdict === 'failed') {
    return toNamed(
      'failed',
      proof.checks.find((check) => check.id === proof.firstBreak),
    )
  }
  if (proof.verdict === 'cancelled') return toNamed('cancelled', undefined)
  const warnings = proof.checks.filter((check) => check.verdict === 'warned')
  const warning = warnings.find((check) => check.id === truth.check) ?? warnings[0]
  return toNamed(warning ? 'warned' : 'passed', warning)
}

function toNamed(verdict: Named['verdict'], check: Check | undefined): Named {
  return {
    verdict,
    check: check?.id ?? null,
    step: check?.diagnosis?.step ?? null,
    rule: check?.diagnosis?.rule ?? null,
    title: check?.diagnosis?.title ?? null,
  }
}

function differences({ truth }: FaultState, named: Named): string[] {
  const wrong: string[] = []
  if (named.verdict !== truth.verdict) wrong.push(`${named.verdict}, not ${truth.verdict}`)
  if (named.check !== truth.check) wrong.push(`at ${named.check}, not at ${truth.check}`)
  if (named.step !== truth.step) wrong.push(`step ${named.step}, not ${truth.step}`)
  if (!truth.rules.includes(named.rule ?? '')) {
    wrong.push(`rule ${named.rule}, not ${truth.rules.join(' or ')}`)
  }
  return wrong
}

function overrun({ checks }: Proof): string[] {
  return checks.flatMap(({ id, tookMs }) => {
    const limitMs = chain.find((link) => link.id === id)?.timeoutMs ?? 0
    return tookMs > limitMs + slackMs ? [`${id} took ${tookMs} ms, its limit is ${limitMs}`] : []
  })
}
