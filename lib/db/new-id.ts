import { randomInt } from 'node:crypto'

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** A new id: its kind, and 20 random characters that nobody can guess. */
export function newId(
  kind: 'con' | 'cre' | 'prf' | 'cat' | 'cfl' | 'exp' | 'qry' | 'lab' | 'inv' | 'tok',
): string {
  const random = Array.from({ length: 20 }, () => alphabet[randomInt(alphabet.length)])
  return `${kind}_${random.join('')}`
}
