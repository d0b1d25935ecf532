import { blank, redactText } from '@/lib/diagnosis/redact'

/** What is secret in our own lines and hardly stands in an answer of Microsoft's. */
const ours: readonly (readonly [pattern: RegExp, put: string])[] = [
  // An API token of ours, wherever it stands.
  [/\bfvs_[\w-]{20,100}/g, blank],
  // The password of an address: of a database, a proxy, a mail server.
  [/(:\/\/[^\s:/@"\\]{0,200}):[^\s/@"\\]{1,500}@/g, `$1:${blank}@`],
  [/((?:master|data)_?key[\\"'\s]{0,6}[:=][\\"'\s]{0,6})[\w+/=-]{16,}/gi, `$1${blank}`],
  // Whoever knows such an address may post to the channel behind it.
  [
    /(hooks\.slack\.com\/services|webhook\.office\.com\/webhookb2)\/[^\s"\\]{1,500}/gi,
    `$1/${blank}`,
  ],
]

/**
 * A line of the log without secrets, by their shapes: a message or a stack trace has no keys. What
 * is no JSON any more, since something was blanked together with its quote, is told to be missing.
 */
export function cleanLine(line: string): string {
  let clean = line
  for (const [pattern, put] of ours) clean = clean.replace(pattern, put)
  clean = redactText(clean)
  return isJson(clean) ? clean : dropped()
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line)
    return true
  } catch {
    // That it is none is the answer.
    return false
  }
}

function dropped(): string {
  const msg = 'a line held a secret that could not be cut out of it'
  return `${JSON.stringify({ level: 40, time: Date.now(), msg })}\n`
}
