import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { VaultError } from '@/lib/vault/errors'

const keyBytes = 32
const fileName = 'master.key'

/** Decodes 32 bytes of base64. @throws {VaultError} `key_wrong` when it is not that */
export function parseMasterKey(text: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== keyBytes) {
    throw new VaultError('the master key is not 32 bytes in base64', { code: 'key_wrong' })
  }
  return key
}

/** The key in the data folder's key file, or undefined when there is no such file. */
export function readKeyFile(dataDir: string): Buffer | undefined {
  try {
    return parseMasterKey(readFileSync(join(dataDir, fileName), 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Makes the key file, readable by its owner alone, and answers with its key. Of two processes that
 * start together one makes it and the other reads it; a half-written one is never seen.
 */
export function createKeyFile(dataDir: string): Buffer {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const path = join(dataDir, fileName)
  const draft = `${path}.${process.pid}`
  const key = randomBytes(keyBytes)
  const file = openSync(draft, 'w', 0o600)
  writeSync(file, `${key.toString('base64')}\n`)
  fsyncSync(file)
  closeSync(file)
  try {
    // A link, unlike a rename, refuses to replace a key that is there already.
    linkSync(draft, path)
    syncFolder(dataDir)
    return key
  } catch (error) {
    const there = readKeyFile(dataDir)
    if (there) return there
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Puts the new name itself on the disk: what is sealed from now on is worth nothing without it. */
function syncFolder(folder: string): void {
  // Windows does not let a folder be opened.
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
