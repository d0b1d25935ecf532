import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { VaultError } from '@/lib/vault/errors'

const algorithm = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16
const keyBytes = 32

/** One AES-256-GCM message in base64: nonce, ciphertext and tag, one after the other. */
const Box = z.base64()

/** A secret under a data key of its own, and that key under the master key. */
export const Sealed = z.object({ v: z.literal(1), key: Box, box: Box })
export type Sealed = z.infer<typeof Sealed>

/**
 * Seals `plaintext` with a new data key, wraps that with `masterKey`, and binds both to `binding`
 * (the row they belong to), so that neither can be moved to another row.
 *
 * @see NIST SP 800-38D: a fresh 96-bit nonce for every message
 */
export function sealEnvelope(masterKey: Buffer, binding: string, plaintext: string): Sealed {
  const dataKey = randomBytes(keyBytes)
  const sealed: Sealed = {
    v: 1,
    key: encrypt(masterKey, `key:${binding}`, dataKey),
    box: encrypt(dataKey, `box:${binding}`, Buffer.from(plaintext, 'utf8')),
  }
  dataKey.fill(0)
  return sealed
}

/**
 * Opens what {@link sealEnvelope} made.
 *
 * @throws {VaultError} `row_tampered` when it was changed, moved to another row or sealed with
 * another master key: GCM cannot tell these apart
 */
export function openEnvelope(masterKey: Buffer, binding: string, sealed: unknown): string {
  const parsed = Sealed.safeParse(sealed)
  if (!parsed.success) throw tampered(binding, parsed.error)
  try {
    const dataKey = decrypt(masterKey, `key:${binding}`, parsed.data.key)
    return decrypt(dataKey, `box:${binding}`, parsed.data.box).toString('utf8')
  } catch (error) {
    throw tampered(binding, error)
  }
}

function encrypt(key: Buffer, binding: string, plaintext: Buffer): string {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(binding, 'utf8'))
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()])
  return Buffer.concat([iv, ciphertext, cipher.getAuthTag()]).toString('base64')
}

function decrypt(key: Buffer, binding: string, box: string): Buffer {
  const bytes = Buffer.from(box, 'base64')
  const iv = bytes.subarray(0, ivBytes)
  const ciphertext = bytes.subarray(ivBytes, bytes.length - tagBytes)
  const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagBytes })
    .setAAD(Buffer.from(binding, 'utf8'))
    .setAuthTag(bytes.subarray(bytes.length - tagBytes))
  return Buffer.concat([decipher.update(ciphertext), decipher.final()])
}

function tampered(binding: string, cause: unknown): VaultError {
  return new VaultError(`what is sealed for ${binding} does not open`, {
    code: 'row_tampered',
    cause,
  })
}
