import { type Logger, type LoggerOptions, pino } from 'pino'
import { env } from '@/lib/env/env'
import { cleanLine } from '@/lib/log/clean-line'

/** Keys whose values no log line may hold, wherever they stand in an object. */
const secretKeys = [
  'secret',
  'clientSecret',
  'client_secret',
  'value',
  'password',
  'token',
  'accessToken',
  'access_token',
  'authorization',
  'cookie',
  'set-cookie',
  'assertion',
  'client_assertion',
  'masterKey',
  'dataKey',
]

/** What pino blanks, down to four levels. */
export const redaction = {
  paths: secretKeys.flatMap((key) => [
    `["${key}"]`,
    `*["${key}"]`,
    `*.*["${key}"]`,
    `*.*.*["${key}"]`,
  ]),
  censor: '[redacted]',
}

let logger: Logger | undefined

/** What every log of the server does: blanks secrets by key, and then by shape in what is left. */
export const logOptions = {
  redact: redaction,
  hooks: { streamWrite: cleanLine },
} satisfies LoggerOptions

/** The server's log: one JSON object a line on stdout, without secrets. */
export function log(): Logger {
  logger ??= pino({ level: env().FIVESTEP_LOG_LEVEL, ...logOptions })
  return logger
}
