/** How well a password holds against guessing: `level` 0 (too short) to 4, and a word for it. */
export type PasswordStrength = Readonly<{ level: 0 | 1 | 2 | 3 | 4; hint: string }>

const lengthMin = 12
const alphabets: readonly (readonly [RegExp, number])[] = [
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/[0-9]/, 10],
  [/[ -/:-@[-`{-~]/, 33],
  [/[^ -~]/, 100],
]
const wellKnown = /pass(word|wort)|qwert[yz]|letmein|welcome|admin|fivestep|dynamics|12345|abc123/gi

/**
 * Judges a new password by its length, variety and the commonest words in it. A hint, not a gate:
 * the server demands 12 characters and no more.
 */
export function passwordStrength(password: string): PasswordStrength {
  const missing = lengthMin - [...password].length
  if (missing > 0) {
    const unit = missing === 1 ? 'character' : 'characters'
    return { level: 0, hint: `${missing} more ${unit} needed` }
  }
  // A word that everybody tries first is guessed at once, so it counts as one character.
  const rest = password.replace(wellKnown, '*')
  const bits = distinctLength(rest) * Math.log2(alphabetSize(rest))
  if (bits < 40) return { level: 1, hint: weakBecause(rest === password) }
  if (bits < 65) return { level: 2, hint: 'Fair: a few more words make it strong' }
  if (bits < 90) return { level: 3, hint: 'Strong' }
  return { level: 4, hint: 'Very strong' }
}

function weakBecause(repeats: boolean): string {
  return repeats ? 'Weak: too much repeats' : 'Weak: mostly a word everybody tries first'
}

function alphabetSize(password: string): number {
  return alphabets.reduce((sum, [has, size]) => sum + (has.test(password) ? size : 0), 0) || 2
}

/** Length without what merely repeats or counts on from the character before: `aaa`, `1234`. */
function distinctLength(password: string): number {
  let length = 0
  let before = Number.NaN
  for (const character of password) {
    const code = character.codePointAt(0) ?? 0
    if (Math.abs(code - before) > 1) length += 1
    before = code
  }
  return length
}
