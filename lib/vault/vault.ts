import 'server-only'
import { hkdfSync } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Database } from '@/lib/db/database'
import { credentials, settings } from '@/lib/db/schema'
import { credentialBinding } from '@/lib/vault/credential-binding'
import { openEnvelope, type Sealed, sealEnvelope } from '@/lib/vault/envelope'
import { VaultError } from '@/lib/vault/errors'
import { createKeyFile, parseMasterKey, readKeyFile } from '@/lib/vault/master-key'

/** Seals and opens with the master key of this installation. */
export type Vault = Readonly<{
  status: 'ok' | 'key_wrong' | 'key_lost'
  /** @param binding names the row that it is sealed for, and nothing else opens it */
  seal(binding: string, plaintext: string): Sealed
  /** @throws {VaultError} `row_tampered`, or the vault's own status when it is not `ok` */
  unseal(binding: string, sealed: unknown): string
  /** 32 bytes for another purpose, such as signing sessions; the same for the same master key. */
  derive(purpose: string): Buffer
}>

type VaultOptions = Readonly<{
  /** 32 bytes in base64; without it the key file in `dataDir` is used, or made. */
  masterKey?: string
  dataDir: string
}>

const checkKey = 'vault-check'
const checkBinding = 'settings:vault-check'
const checkText = 'this opens with the right master key'

/**
 * Opens the vault over `db`. A record that the master key must open tells a wrong key from a right
 * one at once. A key file is made only for a store that nothing was sealed in, so that a lost key
 * is never papered over with a new one. Nothing is changed when the key is wrong or lost.
 */
export async function openVault(db: Database, options: VaultOptions): Promise<Vault> {
  const known = await readCheck(db)
  const sample = await readSealed(db)
  const key = masterKeyOf(options, known !== undefined || sample !== undefined)
  if (typeof key === 'string') return lockedVault(key)
  // Without the record, a credential is the only witness of which key is right.
  if (known === undefined && sample && !opens(key, sample)) return lockedVault('key_wrong')
  // Read again after writing: a replica that started at the same time may have been first.
  const check = known ?? (await writeCheck(db, key))
  return opens(key, { binding: checkBinding, sealed: check })
    ? openedVault(key)
    : lockedVault('key_wrong')
}

async function readCheck(db: Database): Promise<unknown> {
  const [row] = await db.orm.select().from(settings).where(eq(settings.key, checkKey))
  return row?.value
}

async function writeCheck(db: Database, key: Buffer): Promise<unknown> {
  const value = sealEnvelope(key, checkBinding, checkText)
  await db.orm.insert(settings).values({ key: checkKey, value }).onConflictDoNothing()
  return readCheck(db)
}

function masterKeyOf(
  { masterKey, dataDir }: VaultOptions,
  used: boolean,
): Buffer | 'key_wrong' | 'key_lost' {
  try {
    if (masterKey !== undefined) return parseMasterKey(masterKey)
    return readKeyFile(dataDir) ?? (used ? 'key_lost' : createKeyFile(dataDir))
  } catch (error) {
    if (error instanceof VaultError) return 'key_wrong'
    throw error
  }
}

type Witness = Readonly<{ binding: string; sealed: unknown }>

async function readSealed(db: Database): Promise<Witness | undefined> {
  const { id, connectionId, sealed } = credentials
  const [row] = await db.orm.select({ id, connectionId, sealed }).from(credentials).limit(1)
  return row && { binding: credentialBinding(row.connectionId, row.id), sealed: row.sealed }
}

function opens(key: Buffer, { binding, sealed }: Witness): boolean {
  try {
    openEnvelope(key, binding, sealed)
    return true
  } catch {
    // Which of the two is wrong, key or record, cannot be told; the key is by far the likelier.
    return false
  }
}

function openedVault(key: Buffer): Vault {
  return {
    status: 'ok',
    seal: (binding, plaintext) => sealEnvelope(key, binding, plaintext),
    unseal: (binding, sealed) => openEnvelope(key, binding, sealed),
    derive: (purpose) => Buffer.from(hkdfSync('sha256', key, 'fivestep', purpose, 32)),
  }
}

function lockedVault(status: 'key_wrong' | 'key_lost'): Vault {
  const refuse = (): never => {
    throw new VaultError('the vault is locked', { code: status })
  }
  return { status, seal: refuse, unseal: refuse, derive: refuse }
}

const slot = Symbol.for('fivestep.vault')
const globals = globalThis as typeof globalThis & { [slot]?: Vault | undefined }

/** Makes `opened` the vault of this process. */
export function setVault(opened: Vault | undefined): void {
  globals[slot] = opened
}

/** The vault of this process. @throws {VaultError} `not_open` before the start-up has come so far */
export function vault(): Vault {
  const opened = globals[slot]
  if (!opened) throw new VaultError('the vault is not open yet', { code: 'not_open' })
  return opened
}
