import { afterAll, beforeAll, describe, test } from 'vitest'
import { openDatabase, setDatabase } from '@/lib/db/client'
import type { Database } from '@/lib/db/database'
import { findPostgresBin, startTestPostgres } from '@/lib/db/test-postgres'

/**
 * Runs `suite` on both engines. Where there is no PostgreSQL the second run is marked as skipped,
 * and its title says why.
 */
export function onBothEngines(title: string, suite: (database: () => Database) => void): void {
  describe(`${title}, on PGlite`, () => {
    suite(opened(async () => ({ database: await openDatabase({ dir: 'memory' }) })))
  })

  const bin = findPostgresBin()
  if (!bin) {
    // biome-ignore lint/suspicious/noSkippedTests: it runs wherever PostgreSQL is, and says so where it is not.
    test.skip(`${title}, on PostgreSQL: there is none under /usr/lib/postgresql`, () => undefined)
    return
  }
  describe(`${title}, on PostgreSQL`, () => {
    suite(
      opened(async () => {
        const server = await startTestPostgres(bin)
        const database = await openDatabase({ url: server.url, dir: 'memory' })
        return { database, after: server.stop }
      }),
    )
  })
}

type Opened = Readonly<{ database: Database; after?: () => Promise<void> }>

function opened(open: () => Promise<Opened>): () => Database {
  let current: Opened | undefined
  beforeAll(async () => {
    current = await open()
    setDatabase(current.database)
  })
  afterAll(async () => {
    setDatabase(undefined)
    await current?.database.close()
    await current?.after?.()
  })
  return () => {
    if (!current) throw new Error('the database is open only inside a test')
    return current.database
  }
}
