import { readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { seedState } from '@/lib/sandbox/state/seed'
import { State } from '@/lib/sandbox/state/state'
import { stateFileName, writeState } from '@/lib/sandbox/state/write-state'
import type { SandboxLog } from '@/lib/sandbox/types'

/** The memory of the practice tenant. Reading is free; a change resolves when it is on disk. */
export type Store = Readonly<{
  /** The newest state; not to be written to. */
  read(): State
  /**
   * Runs `edit` on a copy that becomes the state unless it throws. Edits run one after the other;
   * those that wait for the disk share one write.
   */
  change<T>(edit: (draft: State) => T): Promise<T>
}>

export type StoreOptions = Readonly<{ dir: string; now: () => Date; log: SandboxLog }>

/** Opens `<dir>/state.json`. An unreadable file is set aside under a telling name, never deleted. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const path = join(options.dir, stateFileName)
  await removeDrafts(options.dir)
  let current = (await readState(path, options)) ?? seedState()

  let running: Promise<unknown> = Promise.resolve()
  let queued: Promise<void> | undefined
  const persist = (): Promise<void> => {
    queued ??= running.then(() => {
      queued = undefined
      const write = writeState(options.dir, current)
      // A failed write is told to those who wait for it; the next one tries with all changes.
      running = write.catch(() => undefined)
      return write
    })
    return queued
  }

  return {
    read: () => current,
    async change(edit) {
      const draft = structuredClone(current)
      const result = edit(draft)
      current = draft
      await persist()
      return result
    },
  }
}

async function readState(path: string, options: StoreOptions): Promise<State | undefined> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  const parsed = State.safeParse(parseJson(text))
  if (parsed.success) return parsed.data

  const aside = `${path}.unreadable-${options.now().toISOString().replaceAll(':', '-')}`
  await rename(path, aside)
  options.log.warn({ aside }, 'practice state was unreadable: set aside, starting afresh')
  return undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON is no state: the schema refuses undefined like any other misfit.
    return undefined
  }
}

/** Drafts of a process that was killed while it wrote. */
async function removeDrafts(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    if (/^[\w-]+\.(json|pem)\.[0-9a-f]{12}\.tmp$/.test(name)) await rm(join(dir, name))
  }
}
