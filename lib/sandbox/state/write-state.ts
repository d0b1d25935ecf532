import { join } from 'node:path'
import type { State } from '@/lib/sandbox/state/state'
import { writeFileDurably } from '@/lib/sandbox/write-file'

/** What a practice tenant remembers beside its keys. */
export const stateFileName = 'state.json'

/** Writes the memory of a practice tenant into its folder, so that a crash leaves the old or the new one. */
export function writeState(dir: string, state: State): Promise<void> {
  return writeFileDurably(join(dir, stateFileName), `${JSON.stringify(state, null, 2)}\n`)
}
