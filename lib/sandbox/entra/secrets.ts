import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import type { Secret } from '@/lib/sandbox/state/state'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~'

/** A secret value as Entra makes them: 40 characters, the fourth to sixth always `8Q~`. */
export function generateSecretValue(): string {
  const letters = Array.from({ length: 37 }, () => alphabet[randomInt(alphabet.length)] ?? 'x')
  return `${letters
    .slice(0, 3)
    .join('')
    .replace(/[^A-Za-z0-9]/g, 'k')}8Q~${letters.slice(3).join('')}`
}

/** What is kept of a secret's value; its 220 random bits need no salt. */
export function hashSecret(value: string): string {
  return createHash('sha256').update(value, 'utf8').digest('hex')
}

/** The secret whose value this is, or undefined. */
export function findSecret(secrets: readonly Secret[], value: string): Secret | undefined {
  const hash = Buffer.from(hashSecret(value), 'hex')
  return secrets.find((secret) => {
    const kept = Buffer.from(secret.hash, 'hex')
    return kept.length === hash.length && timingSafeEqual(kept, hash)
  })
}
