import { readFileSync, readlinkSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { lock } from 'proper-lockfile'
import { z } from 'zod'
import { DatabaseError } from '@/lib/db/errors'
import { startedAt, stillRuns } from '@/lib/db/process-started-at'

/** A folder held by this process until it releases it or ends. */
export type FolderLock = Readonly<{ release(): Promise<void> }>

type LockOptions = Readonly<{
  /** Somebody else has taken the folder all the same: this process must not write any more. */
  onLost: () => void
  /** How long an owner whose process cannot be seen from here must have been silent. */
  silentForMs?: number
}>

/** Who holds a folder. `place` is the machine, or the container, in which `pid` means something. */
const Owner = z.object({
  pid: z.int(),
  startedAt: z.string(),
  host: z.string(),
  place: z.string(),
})
type Owner = z.infer<typeof Owner>

const refreshMs = 2_000
/** A process that starts for the first time can keep its event loop busy for many seconds. */
const silentForDefaultMs = 20_000
const guardStaleMs = 3_000
const neverMs = 2 ** 31 - 1

/**
 * Takes `dir` for this process alone. What a killed process of this machine left behind is removed
 * at once, since its number and start time tell that it is gone; a lock from another machine or
 * container when it has not been refreshed for 20 seconds.
 *
 * @throws {DatabaseError} `locked`, naming the folder and the process that holds it
 */
export async function lockFolder(dir: string, options: LockOptions): Promise<FolderLock> {
  const release = await guard(dir)
  try {
    const owner = readOwner(dir)
    if (!(await isFree(dir, owner, options.silentForMs ?? silentForDefaultMs))) {
      throw heldBy(dir, owner)
    }
    return await take(dir, options.onLost)
  } finally {
    await release()
  }
}

/**
 * Lets one process at a time look and take: of two that find the same dead owner, the later one
 * would remove the lock that the earlier one has just made. It is held for a moment only, so here
 * the library's own judgement by age is good enough.
 */
async function guard(dir: string): Promise<() => Promise<void>> {
  try {
    return await lock(join(dir, '.lock-guard'), {
      lockfilePath: join(dir, '.lock-guard'),
      realpath: false,
      stale: guardStaleMs,
      retries: { retries: 50, minTimeout: 100, maxTimeout: 100, factor: 1 },
    })
  } catch (error) {
    if (isLocked(error)) throw heldBy(dir, readOwner(dir), error)
    throw error
  }
}

async function take(dir: string, onLost: () => void): Promise<FolderLock> {
  const lockPath = join(dir, '.lock')
  rmSync(lockPath, { recursive: true, force: true })
  const release = await lock(join(dir, '.lock-owner'), {
    lockfilePath: lockPath,
    realpath: false,
    update: refreshMs,
    // Liveness is judged above, not by age: an owner on a machine that slept is still one.
    stale: neverMs,
    onCompromised: () => {
      // A lock folder that somebody merely deleted is no loss while the record names us.
      if (JSON.stringify(readOwner(dir)) !== JSON.stringify(ourselves())) onLost()
    },
  })
  writeOwner(dir)
  return {
    async release() {
      await release().catch((error: unknown) => {
        if (!(error instanceof Error && 'code' in error && error.code === 'ERELEASED')) throw error
      })
      rmSync(join(dir, '.lock-owner'), { force: true })
    },
  }
}

async function isFree(dir: string, owner: Owner | undefined, silentForMs: number) {
  if (owner?.place === placeOf()) return !stillRuns(owner.pid, owner.startedAt)
  const lockPath = join(dir, '.lock')
  const before = dateOf(lockPath)
  if (before === undefined) return true
  // Clocks of two machines may differ, so only watching tells whether it is still refreshed.
  await sleep(silentForMs)
  return dateOf(lockPath) === before
}

function ourselves(): Owner {
  const { pid } = process
  return { pid, startedAt: startedAt(pid) ?? '', host: hostname(), place: placeOf() }
}

/** Two containers may share a folder and a host name, but not the numbers of their processes. */
function placeOf(): string {
  if (process.platform !== 'linux') return hostname()
  return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`
}

function readOwner(dir: string): Owner | undefined {
  try {
    return Owner.parse(JSON.parse(readFileSync(join(dir, '.lock-owner'), 'utf8')))
  } catch {
    // Missing, or not ours: then the lock folder alone tells.
    return undefined
  }
}

function writeOwner(dir: string): void {
  const draft = join(dir, '.lock-owner.draft')
  writeFileSync(draft, JSON.stringify(ourselves()), { mode: 0o600 })
  renameSync(draft, join(dir, '.lock-owner'))
}

function dateOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ELOCKED'
}

function heldBy(dir: string, owner: Owner | undefined, cause?: unknown): DatabaseError {
  const holder = owner ? `process ${owner.pid} on ${owner.host}` : 'another process'
  return new DatabaseError(
    `The data folder ${dir} is in use by ${holder}. Stop that one, or give this one another FIVESTEP_DATA_DIR.`,
    { code: 'locked', cause },
  )
}
