import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { calculateJwkThumbprint, exportJWK, type JWK } from 'jose'
import { writeFileDurably } from '@/lib/sandbox/write-file'

/** The key that tokens are signed with, and what the world may know of it. */
export type SigningKey = Readonly<{
  kid: string
  privateKey: KeyObject
  publicKey: KeyObject
  /** Public half as a JWK with `kid`, `use` and `alg`. */
  jwk: JWK
}>

/** The signing key out of `<dir>/signing-key.pem`, made (RSA 2048) where missing or unreadable. */
export async function loadSigningKey(dir: string): Promise<SigningKey> {
  const path = join(dir, 'signing-key.pem')
  const privateKey = (await readKey(path)) ?? (await makeKey(path))
  const publicKey = createPublicKey(privateKey)
  const bare = await exportJWK(publicKey)
  const kid = await calculateJwkThumbprint(bare)
  return { kid, privateKey, publicKey, jwk: { ...bare, kid, use: 'sig', alg: 'RS256' } }
}

async function readKey(path: string): Promise<KeyObject | undefined> {
  try {
    const key = createPrivateKey(await readFile(path, 'utf8'))
    return key.asymmetricKeyType === 'rsa' ? key : undefined
  } catch {
    // Missing or garbage: tokens signed with it are lost either way.
    return undefined
  }
}

async function makeKey(path: string): Promise<KeyObject> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  await writeFileDurably(path, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
  return privateKey
}
