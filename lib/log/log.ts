import { type Logger, pino } from 'pino'
import { env } from '@/lib/env/env'

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

/** The server's log: one JSON object a line on stdout, with secrets blanked by key. */
export function log(): Logger {
  logger ??= pino({ level: env().FIVESTEP_LOG_LEVEL, redact: redaction })
  return logger
}
