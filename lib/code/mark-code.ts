import type { CodeLanguage } from '@/lib/code/languages'

/** What a stretch of code is, as far as telling it apart helps to read it. */
export type CodeMark = 'comment' | 'string' | 'word' | 'plain'

export type MarkedCode = Readonly<{ mark: CodeMark; text: string }>

const double = String.raw`"(?:[^"\\\n]|\\.)*"`
const template = String.raw`\`(?:[^\`\\]|\\[\s\S])*\``
const singleDoubled = "'(?:[^']|'')*'"

type Form = Readonly<{ comment: string; string: string; words: string }>

const json: Form = { comment: '(?!)', string: double, words: 'true|false|null' }

const forms: Readonly<Record<CodeLanguage, Form>> = {
  curl: {
    comment: String.raw`(?<=^|\s)#.*`,
    string: String.raw`'[^']*'(?:\\'|'[^']*')*|` + double,
    words: 'if|then|fi|for|while|do|done|case|esac|in|set|trap|printf|cat|sed|grep|exit|return',
  },
  http: { comment: '^#.*', string: String.raw`\{\{.*?\}\}`, words: 'GET|POST' },
  postman: json,
  bruno: json,
  typescript: {
    comment: String.raw`//.*|/\*[\s\S]*?\*/`,
    string: `${double}|'[^'\\n]*'|${template}`,
    words:
      'const|let|type|async|function|await|return|if|for|of|new|throw|while|yield|export|as|undefined|null',
  },
  python: {
    comment: '#.*|"""[\\s\\S]*?"""',
    string: double,
    words: 'import|from|def|for|in|try|with|as|return|except|if|or|not|raise|while|yield|and|else',
  },
  csharp: {
    comment: '//.*',
    string: `[$]?${double}`,
    words:
      'using|const|string|var|await|foreach|in|async|while|is|not|null|if|throw|new|return|out|yield|else|for',
  },
  powershell: {
    comment: '#.*',
    string: `${singleDoubled}|"(?:[^"]|"")*"`,
    words: 'function|for|foreach|if|else|return|throw|while|in|hashtable',
  },
  'power-query': {
    comment: '//.*',
    string: '#?"(?:[^"]|"")*"',
    words: 'let|in|if|then|else|each|try|otherwise|error|as|null|text|record|number|any|nullable',
  },
}

/** Cuts code into stretches, for light marking: a lexer's rough idea, not a parser's. */
export function markCode(language: CodeLanguage, code: string): MarkedCode[] {
  const { comment, string, words } = forms[language]
  const pattern = new RegExp(`(${comment})|(${string})|\\b(${words})\\b`, 'gm')
  const marked: MarkedCode[] = []
  let from = 0
  for (const match of code.matchAll(pattern)) {
    if (match.index > from) marked.push({ mark: 'plain', text: code.slice(from, match.index) })
    marked.push({ mark: markOf(match), text: match[0] })
    from = match.index + match[0].length
  }
  if (from < code.length) marked.push({ mark: 'plain', text: code.slice(from) })
  return marked
}

function markOf([, comment, string]: RegExpMatchArray): CodeMark {
  if (comment !== undefined) return 'comment'
  return string === undefined ? 'word' : 'string'
}
