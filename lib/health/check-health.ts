import { setTimeout as sleep } from 'node:timers/promises'
import type { Health } from '@/lib/contract/health'
import { database } from '@/lib/db/client'
import { env } from '@/lib/env/env'
import { practiceRoute } from '@/lib/http/practice-route'
import { vault } from '@/lib/vault/vault'

const databaseTimeoutMs = 800

/** What an operator's probe needs to know; answers within a second whatever has died. */
export async function checkHealth(): Promise<Health> {
  const databaseState = await databaseHealth()
  const vaultState = vaultHealth()
  const practice = practiceHealth()
  const well = databaseState === 'ok' && vaultState === 'ok' && practice !== 'failed'
  return {
    status: well ? 'ok' : 'degraded',
    database: databaseState,
    vault: vaultState,
    practice,
  }
}

async function databaseHealth(): Promise<Health['database']> {
  const timeout = new AbortController()
  const tooLate = sleep(databaseTimeoutMs, 'down' as const, { signal: timeout.signal, ref: false })
  const answered = ping()
  try {
    return await Promise.race([answered, tooLate])
  } finally {
    timeout.abort()
    // The loser of the race is rejected by the abort, which is no news.
    tooLate.catch(() => undefined)
  }
}

async function ping(): Promise<Health['database']> {
  try {
    await database().ping()
    return 'ok'
  } catch {
    // Whatever the reason, health says only that it is down; the log has the rest.
    return 'down'
  }
}

function vaultHealth(): Health['vault'] {
  try {
    return vault().status
  } catch {
    // Not opened at all: the start-up has not come that far.
    return 'key_lost'
  }
}

function practiceHealth(): Health['practice'] {
  if (env().FIVESTEP_SANDBOX === 'off') return 'off'
  return practiceRoute() ? 'on' : 'failed'
}
