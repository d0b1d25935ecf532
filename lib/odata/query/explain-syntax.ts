import { ODataSyntaxError } from '@/lib/odata/errors'
import { precedence } from '@/lib/odata/filter'
import { type QueryFix, type Reporter, tell } from '@/lib/odata/query/query-problem'

const signs: Readonly<Record<string, string>> = {
  '=': 'eq',
  '==': 'eq',
  '===': 'eq',
  '!=': 'ne',
  '<>': 'ne',
  '>': 'gt',
  '>=': 'ge',
  '<': 'lt',
  '<=': 'le',
  '&&': 'and',
  '||': 'or',
  '+': 'add',
  like: "eq '*…*'",
}

/** Reads with `read`; where that refuses, tells why and answers undefined. */
export function readOrTell<Value>(reporter: Reporter, read: () => Value): Value | undefined {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof ODataSyntaxError)) throw error
    explain(reporter, error)
    return undefined
  }
}

function explain(reporter: Reporter, { code, text, position }: ODataSyntaxError): void {
  const word = /^(?:[\p{L}\p{N}_.]+|[=!<>&|+]+|\S)/u.exec(text.slice(position))?.[0] ?? ''
  const atEnd = word === ''
  const from = atEnd ? Math.max(0, text.trimEnd().length - 1) : position
  const to = atEnd ? text.length : position + word.length
  const { message, fixes = [] } = wordsFor(code, word)
  tell(reporter, { code: 'syntax', from, to, message, fixes })
}

type Words = Readonly<{ message: string; fixes?: readonly QueryFix[] }>

function wordsFor(code: ODataSyntaxError['code'], word: string): Words {
  switch (code) {
    case 'unexpected_end':
      return { message: 'It stops too early: something must follow.' }
    case 'unterminated_string':
      return {
        message: "This text has no closing quote. A quote inside of a text is doubled: 'O''Hara'.",
      }
    case 'too_deep':
      return { message: 'It is nested too deep.' }
    case 'unexpected_character':
    case 'unexpected_token':
      return wordsForWord(word)
    case 'option_malformed':
    case 'option_repeated':
    case 'key_malformed':
    case 'path_malformed':
    case 'document_malformed':
      if (word === '') return { message: 'It stops too early: something must follow.' }
      return { message: `“${word}” cannot be read here.` }
  }
}

function wordsForWord(word: string): Words {
  const instead = signs[word.toLowerCase()]
  if (instead !== undefined) {
    const fixes = instead.includes('…') ? [] : [{ label: instead, text: instead }]
    return { message: `OData writes ${instead} where others write ${word}.`, fixes }
  }
  const lower = word.toLowerCase()
  if (lower !== word && (Object.hasOwn(precedence, lower) || lower === 'not')) {
    return {
      message: `Operators are written in small letters: ${lower}.`,
      fixes: [{ label: lower, text: lower }],
    }
  }
  return { message: `“${word}” does not fit here.` }
}
