/** What stands in place of a secret. */
export const blank = '[redacted]'

/** Names whose values are secrets wherever they stand: JSON, form, header, connection string. */
const secretNames =
  /client[_-]?secret|client[_-]?assertion|access[_-]?token|refresh[_-]?token|id[_-]?token|secret[_-]?text|api[_-]?key|x-functions-key|subscription-key|account[_-]?key|shared[_-]?access[_-]?key|passphrase|password|passwd|pwd|secret[_-]?value|secret|assertion|token|sig/gi

/** Words that stand in plain sentences too; there only a value that looks made by a machine counts. */
const plainWords = /^(password|secret|assertion|token|sig)$/i

/** Headers whose whole line is nobody's business. */
const secretHeaders =
  /^([<>*\t ]{0,4}(?:(?:proxy-)?authorization|(?:set-)?cookie)\s{0,3}:\s{0,3}(?:(?:bearer|basic|negotiate)\s{1,3})?)\S[^\r\n]*/gim

const machineRun = /[A-Za-z0-9._~+/=%-]{16,}/g

/**
 * `text` without tokens, secrets, passwords, cookies and private keys, whatever wraps them. In
 * doubt it blanks too much. Takes time in proportion to the length of the text.
 */
export function redactText(text: string): string {
  const withoutKeys = redactPrivateKeys(text)
  const withoutHeaders = withoutKeys.replace(secretHeaders, `$1${blank}`)
  return (
    redactNamed(withoutHeaders)
      // A challenge begins with the same word as a token does, but goes on with `name=value`.
      .replace(
        /\b(bearer|basic)(\s{1,3}|%20)(?![a-z_]{1,40}=[^=\s])[A-Za-z0-9._~+/=-]{8,}/gi,
        `$1$2${blank}`,
      )
      // An authorization code and a signature are long; the same names also stand for short numbers.
      .replace(/\b(code|sig)=[A-Za-z0-9._~%+/-]{32,}/gi, `$1=${blank}`)
      .replace(machineRun, redactRun)
  )
}

function redactPrivateKeys(text: string): string {
  const parts: string[] = []
  let from = 0
  for (const start of text.matchAll(/-----BEGIN [A-Z ]{0,30}(?:PRIVATE KEY|CERTIFICATE)-----/g)) {
    if (start.index < from) continue
    const end = text.indexOf('-----END', start.index)
    parts.push(text.slice(from, start.index), blank)
    from = end < 0 ? text.length : end
  }
  return parts.join('') + text.slice(from)
}

/** Blanks the value behind each secret name. The cursor only moves on, so no text is read twice. */
function redactNamed(text: string): string {
  const parts: string[] = []
  const endOf = valueEnds(text)
  let from = 0
  for (const name of text.matchAll(secretNames)) {
    if (name.index < from) continue
    const value = findValue(text, name.index + name[0].length, endOf)
    if (
      !value ||
      !isSecret(
        name[0],
        text.slice(value.start, Math.min(value.end, value.start + headMax)),
        value.quoted,
      )
    )
      continue
    parts.push(text.slice(from, value.start), blank)
    from = value.end
  }
  return parts.join('') + text.slice(from)
}

type Value = Readonly<{ start: number; end: number; quoted: boolean }>

const separator = /[\\"'\s]{0,6}(?:[:=]|%3[dD])([\\\s]{0,4})(["']?)/y

/** How a value begins: its quote, if it has one, and how many backslashes stand before that. */
type Opening = Readonly<{ quote: string; escapes: number }>

type EndOf = (opening: Opening, start: number) => number

/** Where a value ends. What lies between a start and its end is not searched again. */
function valueEnds(text: string): EndOf {
  const known = new Map<string, Readonly<{ from: number; end: number }>>()
  return (opening, start) => {
    const key = `${opening.quote}${opening.escapes}`
    const last = known.get(key)
    if (last && last.from <= start && start <= last.end) return last.end
    const end = opening.quote === '' ? bareEnd(text, start) : quotedEnd(text, start, opening)
    known.set(key, { from: start, end })
    return end
  }
}

function bareEnd(text: string, start: number): number {
  const pattern = /[&\s"'<>,;)}\]\\]/g
  pattern.lastIndex = start
  return pattern.exec(text)?.index ?? text.length
}

/**
 * A quote ends the value that is escaped no more than the one that began it: inside JSON that was
 * wrapped into JSON that is `\"`, and in plain JSON `\"` belongs to the value.
 */
function quotedEnd(text: string, start: number, { quote, escapes }: Opening): number {
  // Takes a run of backslashes whole, so that no run is read more than once.
  const pattern = quote === '"' ? /\\+"?|"|[\r\n]/g : /\\+'?|'|[\r\n]/g
  pattern.lastIndex = start
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const [run] = found
    if (run === '\r' || run === '\n') return found.index
    if (!run.endsWith(quote)) continue
    const before = run.length - 1
    if (before <= escapes) return found.index
    if (escapes === 0 && before % 2 === 0) return found.index + before
  }
  return text.length
}

function findValue(text: string, at: number, endOf: EndOf): Value | undefined {
  separator.lastIndex = at
  const found = separator.exec(text)
  if (!found) return undefined
  const start = at + found[0].length
  const quote = found[2] ?? ''
  const escapes = /\\*$/.exec(found[1] ?? '')?.[0].length ?? 0
  const end = endOf({ quote, escapes }, start)
  return end === start ? undefined : { start, end, quoted: quote !== '' }
}

/** Enough of a value to tell what it is. */
const headMax = 200

function isSecret(name: string, value: string, quoted: boolean): boolean {
  // `error getting a token: 'AADSTS7000222: …'` tells why there is none.
  if (/^(\[redacted|null|true|false|undefined|(AADSTS|MSIS|IDX)\d)/i.test(value)) return false
  if (!plainWords.test(name) || quoted) return !/^\s*$/.test(value) && !isPlaceholderLike(value)
  return value.length >= 12 && /[0-9~+/_%-]/.test(value)
}

/** `{{client_secret}}` says nothing, and is worth seeing. */
function isPlaceholderLike(value: string): boolean {
  return /^(\{\{|<|\$\{|@\{|%)[^{}<>]{0,60}[}>%]*$/.test(value)
}

/** One run without a space: a JWT or one of Entra's secrets may be inside. */
function redactRun(run: string): string {
  const jwt = run.indexOf('eyJ')
  if (jwt >= 0 && run.length - jwt >= 20) return run.slice(0, jwt) + blank
  const mark = run.indexOf('Q~')
  if (mark >= 4 && run.length - mark >= 30) return run.slice(0, mark - 4) + blank
  return run
}
