import { z } from 'zod'

/** One line of X++'s infolog, as F&O puts it into an error. */
export const InfologMessage = z.object({
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
})
export type InfologMessage = Readonly<z.infer<typeof InfologMessage>>

const messagesMax = 20
const messageLengthMax = 1000
const marker = /(?:^|[;\n]\s*|\.\s+)(Error|Warning|Info):\s*/g
const textLengthMax = 100_000

/**
 * Pulls the messages out of `… Infolog: Warning: a; Error: b.`; empty when the text holds none.
 *
 * A `;` only ends a message where a severity follows it, since messages hold semicolons too.
 */
export function parseInfolog(text: string): InfologMessage[] {
  const head = text.slice(0, textLengthMax)
  const start = head.indexOf('Infolog:')
  if (start < 0) return []
  const log = untilJsonGoesOn(head.slice(start + 'Infolog:'.length)).trimStart()
  const marks = [...log.matchAll(marker)]
  return marks
    .map((mark, index) => ({
      severity: toSeverity(mark[1]),
      message: tidy(log.slice(mark.index + mark[0].length, marks[index + 1]?.index)),
    }))
    .filter(({ message }) => message !== '')
}

/** The messages of whichever text holds the most of them, 20 at most. */
export function infologOf(texts: readonly (string | null)[]): InfologMessage[] {
  const logs = texts.map((text) => parseInfolog(text ?? ''))
  const longest = logs.toSorted((one, other) => other.length - one.length)[0] ?? []
  return longest
    .slice(0, messagesMax)
    .map(({ severity, message }) => ({ severity, message: message.slice(0, messageLengthMax) }))
}

/** Infolog messages for a sentence: those that say the most, errors first. */
export function worstMessages(messages: readonly InfologMessage[], count: number): string[] {
  const order = { error: 0, warning: 1, info: 2 }
  return [...messages]
    .sort((one, other) => order[one.severity] - order[other.severity])
    .slice(0, count)
    .map(({ message }) => message)
}

/** In a raw body the text ends where its JSON string does. */
function untilJsonGoesOn(log: string): string {
  return log.split(/(?<!\\)"\s*(?:,\s*"\w{1,40}"\s*:|\}|$)/, 1)[0] ?? log
}

function toSeverity(word: string | undefined): InfologMessage['severity'] {
  if (word === 'Error') return 'error'
  return word === 'Warning' ? 'warning' : 'info'
}

/** F&O ends a message with one dot too many, and breaks lines inside it. */
function tidy(message: string): string {
  return message
    .replace(/\\[rn]/g, ' ')
    .replace(/\\"/g, '"')
    .replace(/\s+/g, ' ')
    .replace(/[;\s]+$/, '')
    .replace(/\.{2,}$/, '.')
    .trim()
}
