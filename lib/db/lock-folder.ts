import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { lock } from 'proper-lockfile'
import { z } from 'zod'
import { DatabaseError } from '@/lib/db/errors'
import { startedAt } from '@/lib/db/process-started-at'

/** A folder held by this process until it releases it or ends. */
export type FolderLock = Readonly<{ release(): Promise<void> }>

/** Who holds a folder. The start time tells a process from a later one with the same number. */
const Owner = z.object({ pid: z.int(), startedAt: z.string(), host: z.string() })
type Owner = z.infer<typeof Owner>

/** The library refreshes the lock's date this often; only for an owner on another host it counts. */
const refreshMs = 5_000
const silentForMs = 20_000
const neverMs = 2 ** 31 - 1

/**
 * Takes `dir` for this process alone. A lock that a killed process left behind is removed at once
 * when that process was on this host; one of another host (a container that was replaced) when it
 * has not been refreshed for 20 seconds.
 *
 * @throws {DatabaseError} `locked`, naming the folder and the process that holds it
 */
export async function lockFolder(dir: string): Promise<FolderLock> {
  const path = join(dir, '.lock')
  const ownerPath = join(dir, '.lock-owner')
  for (let attempt = 0; ; attempt += 1) {
    const release = await tryLock(dir, path)
    if (release && (await stillOurs(ownerPath))) return { release }
    const owner = readOwner(ownerPath)
    if (attempt >= 3 || !(await isGone(owner, path))) throw heldBy(dir, owner)
    rmSync(path, { recursive: true, force: true })
  }
}

async function tryLock(dir: string, path: string): Promise<(() => Promise<void>) | undefined> {
  try {
    return await lock(dir, {
      lockfilePath: path,
      update: refreshMs,
      // Liveness is judged here, not by age: an owner on a machine that slept is still one.
      stale: neverMs,
      realpath: false,
      onCompromised: () => undefined,
    })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ELOCKED') return undefined
    throw error
  }
}

/** Of two that find the same dead owner, the later removal takes the earlier one's lock with it. */
async function stillOurs(ownerPath: string): Promise<boolean> {
  const written = JSON.stringify(ourselves())
  writeFileSync(ownerPath, written, { mode: 0o600 })
  await sleep(50)
  return readFileSync(ownerPath, 'utf8') === written
}

function ourselves(): Owner {
  return { pid: process.pid, startedAt: startedAt(process.pid) ?? '', host: hostname() }
}

function readOwner(path: string): Owner | undefined {
  try {
    return Owner.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    // Missing or torn: whoever held the folder was killed while it wrote this.
    return undefined
  }
}

async function isGone(owner: Owner | undefined, lockPath: string): Promise<boolean> {
  if (owner?.host === hostname()) return startedAt(owner.pid) !== owner.startedAt
  const before = dateOf(lockPath)
  if (Date.now() - before > silentForMs) return true
  await sleep(refreshMs + 2_000)
  return dateOf(lockPath) === before
}

function dateOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function heldBy(dir: string, owner: Owner | undefined): DatabaseError {
  const holder = owner ? `process ${owner.pid} on ${owner.host}` : 'another process'
  return new DatabaseError(
    `The data folder ${dir} is in use by ${holder}. Stop that one, or give this one another FIVESTEP_DATA_DIR.`,
    { code: 'locked' },
  )
}
