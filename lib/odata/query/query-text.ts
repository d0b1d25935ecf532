import { closingOf } from '@/lib/odata/split'

/** A stretch of a text, in UTF-16 units; `to` is the first one behind it. */
export type Span = Readonly<{ from: number; to: number }>

/** One option as it was typed, decoded; `value` is null where no `=` stands. */
export type OptionText = Span &
  Readonly<{
    name: string
    value: string | null
    nameSpan: Span
    valueSpan: Span
    /** Where a stretch of the decoded value stands in the text. */
    spanOf: (from: number, to: number) => Span
  }>

/** A query as a person types it, cut into its parts. */
export type QueryText = Readonly<{
  /** What stands between the parentheses of a key, decoded. */
  key: (Span & Readonly<{ text: string; spanOf: (from: number, to: number) => Span }>) | null
  options: readonly OptionText[]
  isEncoded: boolean
}>

/**
 * Cuts a query as people type and paste it: `$top=5&$filter=Name eq 'A & B'`, with the parentheses
 * of a key before it where one row is meant: `(dataAreaId='usmf',CustomerAccount='US-001')?$select=Name`.
 *
 * An `&` inside a quoted literal belongs to the literal. Text that was copied out of a URL is
 * encoded already: it has `%20` and no blank. A whole URL, or a leading `?`, may stand before it.
 * Line breaks count as blanks.
 */
export function readQueryText(text: string): QueryText {
  const start = skipAddress(text)
  const isEncoded = looksEncoded(text.slice(start).trim())
  const decoder = isEncoded ? decodePart : plainPart
  const open = skipBlanks(text, start)
  if (text[open] !== '(') {
    const from = text[open] === '?' ? open + 1 : open
    return { key: null, options: readOptions(text, from, isEncoded), isEncoded }
  }
  const closing = closingOf(text, open)
  const to = closing === -1 ? endOfKey(text, open) : closing
  const after = skipBlanks(text, closing === -1 ? to : to + 1)
  const key = {
    ...decoder(text, { from: open + 1, to }),
    from: open,
    to: closing === -1 ? to : to + 1,
  }
  const from = text[after] === '?' ? after + 1 : after
  return { key, options: readOptions(text, from, isEncoded), isEncoded }
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (/\s/.test(text.charAt(at))) at += 1
  return at
}

function endOfKey(text: string, open: number): number {
  const mark = text.indexOf('?', open)
  return mark === -1 ? text.length : mark
}

/** Where the key or the options begin, behind a whole URL. */
function skipAddress(text: string): number {
  const from = skipBlanks(text, 0)
  if (!/^https?:\/\//i.test(text.slice(from))) return from
  const mark = text.indexOf('?', from)
  const path = text.slice(from, mark === -1 ? text.length : mark)
  const key = /\/data\/[^/(]+(?=\()/i.exec(path)
  if (key) return from + key.index + key[0].length
  return mark === -1 ? text.length : mark
}

function looksEncoded(text: string): boolean {
  return !/\s/.test(text) && /%[0-9a-f]{2}/i.test(text)
}

function readOptions(text: string, from: number, isEncoded: boolean): OptionText[] {
  return cutAtAmpersands(text, from, isEncoded).flatMap((piece) => {
    const span = trimmed(text, piece)
    return span.from === span.to ? [] : [readOption(text, span, isEncoded)]
  })
}

function cutAtAmpersands(text: string, start: number, isEncoded: boolean): Span[] {
  const pieces: Span[] = []
  let from = start
  let quoted = false
  for (let at = start; at < text.length; at += 1) {
    // A doubled quote turns it off and on again, which leaves it as it was.
    if (text[at] === "'" && !isEncoded) quoted = !quoted
    if (text[at] !== '&' || quoted) continue
    pieces.push({ from, to: at })
    from = at + 1
  }
  return [...pieces, { from, to: text.length }]
}

function trimmed(text: string, { from, to }: Span): Span {
  const start = Math.min(skipBlanks(text, from), to)
  let end = to
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1
  return { from: start, to: end }
}

function readOption(text: string, span: Span, isEncoded: boolean): OptionText {
  const decoder = isEncoded ? decodePart : plainPart
  const mark = text.slice(span.from, span.to).indexOf('=')
  const equals = mark === -1 ? span.to : span.from + mark
  const nameSpan = trimmed(text, { from: span.from, to: equals })
  const valueSpan = trimmed(text, { from: Math.min(equals + 1, span.to), to: span.to })
  const value = decoder(text, valueSpan)
  return {
    ...span,
    name: decoder(text, nameSpan).text,
    value: mark === -1 ? null : value.text,
    nameSpan,
    valueSpan,
    spanOf: value.spanOf,
  }
}

type Part = Readonly<{ text: string; spanOf: (from: number, to: number) => Span }>

function plainPart(text: string, span: Span): Part {
  return {
    text: text.slice(span.from, span.to).replace(/[\r\n]/g, ' '),
    spanOf: (from, to) => ({ from: span.from + from, to: span.from + to }),
  }
}

function decodePart(text: string, span: Span): Part {
  const starts: number[] = []
  let decoded = ''
  for (const match of text.slice(span.from, span.to).matchAll(/(?:%[0-9a-f]{2})+|[\s\S]/gi)) {
    const plain = match[0] === '+' ? ' ' : decodeOrKeep(match[0])
    for (let unit = 0; unit < plain.length; unit += 1) {
      // ASCII takes three characters a byte, so that most spans are exact.
      const step = plain.length * 3 === match[0].length ? unit * 3 : 0
      starts.push(span.from + match.index + step)
    }
    decoded += plain
  }
  const rawAt = (at: number) => starts[at] ?? span.to
  return { text: decoded, spanOf: (from, to) => ({ from: rawAt(from), to: rawAt(to) }) }
}

function decodeOrKeep(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // What is no UTF-8 stays as it was typed; the environment will say what it thinks of it.
    return text
  }
}
