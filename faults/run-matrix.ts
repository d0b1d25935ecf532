import { runState, type StateResult } from '@/faults/run-state'
import type { FaultState } from '@/faults/state'
import type { World } from '@/faults/world/world'

const atOnce = 6

/**
 * Runs every state: those that idle all at once, the others several at a time beside them. States of
 * one lane run one after the other, and what breaks the process itself runs last and alone. Results
 * are in the order of `states`.
 */
export async function runMatrix(
  world: World,
  states: readonly FaultState[],
  onResult: (result: StateResult) => void = () => undefined,
): Promise<StateResult[]> {
  const results = new Map<FaultState, StateResult>()
  const run = async (state: FaultState) => {
    const result = await runState(world, state).catch((error: unknown) => broken(state, error))
    results.set(state, result)
    onResult(result)
  }
  const inLane = (lane: FaultState['lane']) => states.filter((state) => state.lane === lane)
  const free = inLane(undefined).filter(({ waits }) => !waits)
  const waiting = states.filter(({ waits }) => waits)
  let next = 0
  const worker = async () => {
    for (let state = free[next++]; state; state = free[next++]) await run(state)
  }
  const inOrder = async (lane: FaultState['lane']) => {
    for (const state of inLane(lane)) await run(state)
  }
  await Promise.all([
    inOrder('contoso-prod'),
    ...waiting.map(run),
    ...Array.from({ length: atOnce }, worker),
  ])
  await inOrder('process')
  return states.flatMap((state) => results.get(state) ?? [])
}

function broken(state: FaultState, error: unknown): StateResult {
  const named = { verdict: 'cancelled', check: null, step: null, rule: null, title: null } as const
  const message = error instanceof Error ? error.message : String(error)
  return { state, named, tookMs: 0, wrong: [`did not run: ${message}`] }
}
