/**
 * `npm run faults`: puts the world into every broken state, runs the whole chain over each, and
 * compares what it names with the truth. Arguments pick states by a part of their id. The last line
 * is JSON; the exit code is 1 when the chain was wrong anywhere.
 */

import { toRow } from '@/faults/row'
import { runMatrix } from '@/faults/run-matrix'
import { faultStates, slotsNeeded } from '@/faults/states'
import { openWorld } from '@/faults/world/world'

const wanted = process.argv.slice(2)
const states = faultStates.filter(
  ({ id }) => wanted.length === 0 || wanted.some((part) => id.includes(part)),
)
const world = await openWorld(slotsNeeded)
try {
  const results = await runMatrix(world, states, (result) => console.log(toRow(result)))
  const right = results.filter(({ wrong }) => wrong.length === 0).length
  for (const { state, wrong } of results) {
    if (wrong.length > 0) console.log(`WRONG ${state.id} (${state.broken}): ${wrong.join('; ')}`)
  }
  console.log(JSON.stringify({ states: results.length, right }))
  process.exitCode = right === results.length ? 0 : 1
} finally {
  await world.close()
}
