/**
 * `npm run faults`: puts the world into every broken state, runs the whole chain over each, and
 * compares what it names with the truth. Arguments pick states by a part of their id; `--document`
 * writes the list of them instead. The last line is JSON; the exit code is 1 when the chain was wrong
 * anywhere.
 */
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { toMatrixDocument } from '@/faults/matrix-document'
import { head, toRow } from '@/faults/row'
import { runMatrix } from '@/faults/run-matrix'
import { faultStates, slotsNeeded } from '@/faults/states'
import { openWorld } from '@/faults/world/world'

const wanted = process.argv.slice(2)
if (wanted.includes('--document')) await writeDocument()
else await run()

async function writeDocument(): Promise<void> {
  const path = fileURLToPath(new URL('../docs/fault-matrix.md', import.meta.url))
  await writeFile(path, toMatrixDocument(faultStates))
  console.log(`docs/fault-matrix.md: ${faultStates.length} states`)
}

async function run(): Promise<void> {
  const states = faultStates.filter(
    ({ id }) => wanted.length === 0 || wanted.some((part) => id.includes(part)),
  )
  const world = await openWorld(slotsNeeded)
  console.log(head)
  const results = await runMatrix(world, states, (result) => console.log(toRow(result)))
  await world.close()
  const wrong = results.filter((result) => result.wrong.length > 0)
  for (const { state, wrong: reasons } of wrong) {
    console.log(`WRONG ${state.id} (${state.broken}): ${reasons.join('; ')}`)
  }
  const right = results.length - wrong.length
  console.log(JSON.stringify({ states: results.length, right }))
  process.exitCode = right === states.length && right > 0 ? 0 : 1
}
