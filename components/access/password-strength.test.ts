import { expect, test } from 'vitest'
import { passwordStrength } from '@/components/access/password-strength'

test.each([
  ['', 0, '12 more characters needed'],
  ['elevenchars', 0, '1 more character needed'],
  ['🐎🐎🐎', 0, '9 more characters needed'],
  ['aaaaaaaaaaaaaaaa', 1, 'Weak: too much repeats'],
  ['abcdefghijklmnop', 1, 'Weak: too much repeats'],
  ['MyPassword12345', 1, 'Weak: mostly a word everybody tries first'],
  ['harbor-kettle', 2, 'Fair: a few more words make it strong'],
  ['a long enough password', 2, 'Fair: a few more words make it strong'],
  ['harbor kettle moss', 3, 'Strong'],
  ['harbor kettle moss lantern', 4, 'Very strong'],
])('%j is level %i', (password, level, hint) => {
  expect(passwordStrength(password)).toEqual({ level, hint })
})

test('a longer password of the same kind is never called weaker', () => {
  const words = ['harbor', 'kettle', 'moss', 'lantern', 'quiet']
  const levels = words.map(
    (_, index) => passwordStrength(words.slice(0, index + 1).join('-')).level,
  )
  expect(levels).toEqual([...levels].sort())
  expect(levels.at(-1)).toBe(4)
})
