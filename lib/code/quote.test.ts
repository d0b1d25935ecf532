import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quoteDouble, quoteM, quotePowerShell, quoteShell } from '@/lib/code/quote'

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: a shell would expand it
const hostile = [
  ...[
    '',
    "'",
    "''",
    "'; rm -rf / #",
    '$(id)',
    '`id`',
    '${x}',
    '\\',
    "\\'",
    '\\"',
    '"',
    '""',
    '"; x',
  ],
  ...['#(', '#(lf)', '#(#)(', '")]', '\n', '\r\n# x', '\0', '\u2028', '\u0085', '\u202e', '‘’‚‛“”'],
  ...['{{x}}', '*/', '"""', '%', '%27', '+', '&', '漢字 🙂', '\t', '\u007f', '@x', '-x', '\ufeff'],
]
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: a shell would expand it
const anyText = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom(...hostile), { maxLength: 4 }).map((all) => all.join('')),
)
const samples = [...hostile, ...fc.sample(anyText, 300)]

describe('a text as a literal', () => {
  test('of a shell is that text to bash', () => {
    const texts = samples.filter((text) => !text.includes('\0'))
    const script = `printf '%s\\0' ${texts.map(quoteShell).join(' ')}`
    const read = execFileSync('bash', ['-c', script], { encoding: 'utf8' })
    expect(read.split('\0').slice(0, -1)).toEqual(texts)
  })

  test('in double quotes is that text to JavaScript, and stands in one line', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const literal = quoteDouble(text)
        expect(new Function(`return ${literal}`)()).toBe(text)
        expect(literal).not.toMatch(/[\p{Cc}\u2028\u2029\u202e]/u)
      }),
    )
  })

  test('of PowerShell is plain ASCII, ends where it should, and is that text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const literal = quotePowerShell(text)
        expect(literal).toMatch(/^[\x20-\x7e]*$/)
        expect(readPowerShell(literal)).toBe(text)
      }),
    )
  })

  test('of M ends where it should, and is that text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const literal = quoteM(text)
        expect(literal).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
        expect(readM(literal)).toBe(text)
      }),
    )
  })
})

/** Reads a verbatim string, and what `[regex]::Unescape` makes of one. */
function readPowerShell(literal: string): string {
  const [, escaped, inner = ''] =
    /^(\[regex\]::Unescape\()?'((?:[^']|'')*)'\)?$/.exec(literal) ?? []
  const text = inner.replaceAll("''", "'")
  if (escaped === undefined) return text
  return text.replace(/\\(?:u([0-9a-f]{4})|[\s\S])/g, (all, code: string | undefined) => {
    if (code === undefined) throw new Error(`unknown escape ${all}`)
    return String.fromCharCode(Number.parseInt(code, 16))
  })
}

function readM(literal: string): string {
  const [, inner] = /^"((?:[^"]|"")*)"$/.exec(literal) ?? []
  if (inner === undefined) throw new Error(`no literal: ${literal}`)
  return inner
    .replaceAll('""', '"')
    .replace(/#\((?:(#)|([0-9a-f]{4}))\)/g, (_, sharp: string | undefined, code: string) =>
      sharp ? '#' : String.fromCharCode(Number.parseInt(code, 16)),
    )
}
