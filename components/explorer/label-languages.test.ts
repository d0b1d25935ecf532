import { expect, test } from 'vitest'
import { languageName, languageOptions } from '@/components/explorer/label-languages'

test("the environment's own language comes first, and once", () => {
  const options = languageOptions('de', 'de')
  expect(options[0]).toEqual({ value: 'de', label: 'German, as the environment' })
  expect(options.filter(({ value }) => value === 'de')).toHaveLength(1)
})

test('a language that F&O is not known to speak can stay chosen', () => {
  expect(languageOptions(null, 'cy').map(({ value }) => value)).toContain('cy')
})

test.each([
  ['en-us', 'American English'],
  ['zh-hans', 'Simplified Chinese'],
  ['x', 'x'],
])('%s is called %s', (language, name) => {
  expect(languageName(language)).toBe(name)
})
