import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { DurableFs, durableStartParams } from '@/lib/db/durable-fs'

/** Starts the engine on the store inside `dir`, which is made when it is not there yet. */
export async function startStore(dir: string): Promise<PGlite> {
  const store = join(dir, 'store')
  if (!existsSync(store)) await makeStore(dir, store)
  return startEngine(store)
}

/**
 * Makes an empty store beside its place and moves it there when it is whole and on the disk: a
 * start that is killed halfway must not leave one that no later start can open.
 */
async function makeStore(dir: string, store: string): Promise<void> {
  const draft = `${store}.draft`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  const engine = await startEngine(draft)
  await engine.close()
  for (const path of readdirSync(draft, { recursive: true })) sync(join(draft, String(path)))
  sync(draft)
  renameSync(draft, store)
  sync(dir)
}

function startEngine(folder: string): Promise<PGlite> {
  return PGlite.create({ fs: new DurableFs(folder), startParams: durableStartParams() })
}

function sync(path: string): void {
  // Windows has no sync for what is open for reading alone, nor for folders.
  if (process.platform === 'win32') return
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
