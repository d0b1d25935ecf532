import { afterAll, beforeAll, expect, test } from 'vitest'
import { runMatrix } from '@/faults/run-matrix'
import type { StateResult } from '@/faults/run-state'
import { faultStates, slotsNeeded } from '@/faults/states'
import { openWorld, type World } from '@/faults/world/world'

let world: World | undefined
const results = new Map<string, StateResult>()

beforeAll(async () => {
  world = await openWorld(slotsNeeded)
  await runMatrix(world, faultStates, (result) => void results.set(result.state.id, result))
}, 240_000)

afterAll(() => world?.close())

test.each(faultStates)('$id: $broken', ({ id, truth }) => {
  const result = results.get(id)
  expect(result?.wrong).toEqual([])
  expect(result?.named).toMatchObject({
    verdict: truth.verdict,
    check: truth.check,
    step: truth.step,
  })
})
