const blank = '[redacted]'

/** Names whose values are secrets wherever they stand: JSON, form, header, connection string. */
const secretNames =
  /client[_-]?secret|client[_-]?assertion|access[_-]?token|refresh[_-]?token|id[_-]?token|secret[_-]?text|api[_-]?key|x-functions-key|subscription-key|account[_-]?key|shared[_-]?access[_-]?key|passphrase|password|passwd|pwd|secret[_-]?value|secret|assertion|token|sig/gi

/** Words that stand in plain sentences too; there only a value that looks made by a machine counts. */
const plainWords = /^(password|secret|assertion|token|sig)$/i

/** Headers whose whole line is nobody's business. */
const secretHeaders =
  /^([<>*\s]{0,4}(?:(?:proxy-)?authorization|(?:set-)?cookie)\s{0,3}:\s{0,3}(?:(?:bearer|basic|negotiate)\s{1,3})?)\S[^\r\n]*/gim

const machineRun = /[A-Za-z0-9._~+/=%-]{16,}/g
const valueLengthMax = 8192

/**
 * `text` without tokens, secrets, passwords, cookies and private keys, whatever wraps them. In
 * doubt it blanks too much. Takes time in proportion to the length of the text.
 */
export function redactText(text: string): string {
  const withoutKeys = redactPrivateKeys(text)
  const withoutHeaders = withoutKeys.replace(secretHeaders, `$1${blank}`)
  return redactNamed(withoutHeaders)
    .replace(/\b(bearer|basic)(\s{1,3}|%20)[A-Za-z0-9._~+/=-]{16,}/gi, `$1$2${blank}`)
    .replace(machineRun, redactRun)
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
  let from = 0
  for (const name of text.matchAll(secretNames)) {
    if (name.index < from) continue
    const value = findValue(text, name.index + name[0].length)
    if (!value || !isSecret(name[0], text.slice(value.start, value.end), value.quoted)) continue
    parts.push(text.slice(from, value.start), blank)
    from = value.end
  }
  return parts.join('') + text.slice(from)
}

type Value = Readonly<{ start: number; end: number; quoted: boolean }>

const separator = /[\\"'\s]{0,6}(?:[:=]|%3[dD])[\\\s]{0,4}(["']?)/y

const bareValueEnd = /[&\s"'<>,;)}\]\\]/
const valueEnd: Readonly<Record<string, RegExp>> = {
  '"': /\\{0,3}"|[\r\n]/,
  "'": /\\{0,3}'|[\r\n]/,
}

function findValue(text: string, at: number): Value | undefined {
  separator.lastIndex = at
  const found = separator.exec(text)
  if (!found) return undefined
  const start = at + found[0].length
  const quote = found[1] ?? ''
  const window = text.slice(start, start + valueLengthMax)
  const end = window.search(valueEnd[quote] ?? bareValueEnd)
  if (end === 0) return undefined
  return { start, end: start + (end < 0 ? window.length : end), quoted: quote !== '' }
}

function isSecret(name: string, value: string, quoted: boolean): boolean {
  if (/^(\[redacted|null|true|false|undefined)/i.test(value)) return false
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
