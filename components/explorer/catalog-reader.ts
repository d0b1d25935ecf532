import type { QueryClient } from '@tanstack/react-query'
import { catalogOf, entityFactsOf } from '@/components/data/catalog-queries'
import { fetchNdjson } from '@/components/data/fetch-ndjson'
import { ProblemError } from '@/components/data/problem-error'
import { problemWords } from '@/components/data/problem-words'
import { type CatalogRun, catalogRunAfter, toFailedRun } from '@/components/explorer/catalog-run'
import { CatalogEvent, type CatalogReading } from '@/lib/contract/catalog'

/** How often the server is asked whether another reader is done. */
const askEveryMs = 1000

const idle: CatalogRun = { phase: 'idle' }

/**
 * Reads the catalog of one connection and tells how far it is. It belongs to the browser page and
 * not to a view of it: leaving the explorer does not end what takes a minute.
 */
export class CatalogReader {
  readonly #connectionId: string
  readonly #listeners = new Set<() => void>()
  #run: CatalogRun = idle
  #under: AbortController | undefined

  constructor(connectionId: string) {
    this.#connectionId = connectionId
  }

  readonly run = (): CatalogRun => this.#run

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Reads it, unless that is under way in this tab or in another one. */
  async start(client: QueryClient): Promise<void> {
    if (this.#under) return
    const under = new AbortController()
    this.#under = under
    this.#go({ phase: 'reading', bytesTotal: null, counts: null })
    try {
      const name = `fivestep-catalog-${this.#connectionId}`
      const isMine = await ifFree(name, () => this.#follow(client, under.signal))
      if (!isMine) await this.#await(client, name, under.signal)
    } catch (error) {
      if (under.signal.aborted) this.#go({ phase: 'cancelled' })
      else this.#go(toFailed(error))
    } finally {
      this.#under = undefined
    }
  }

  /** Ends the reading; the catalog from before stays. */
  cancel(): void {
    this.#under?.abort()
  }

  /** Forgets how the last reading ended. */
  dismiss(): void {
    if (!this.#under) this.#go(idle)
  }

  async #follow(client: QueryClient, signal: AbortSignal): Promise<void> {
    const status = await client.fetchQuery(catalogOf(this.#connectionId))
    const before = status.readings[0] ?? null
    const url = `/api/connections/${this.#connectionId}/catalog`
    for await (const event of fetchNdjson(CatalogEvent, url, { method: 'POST', signal })) {
      if (event.type === 'finished') await this.#refetch(client)
      this.#go(catalogRunAfter(this.#run, event, before))
    }
    if (this.#run.phase === 'elsewhere') await this.#awaitServer(client, signal)
    else if (this.#run.phase === 'reading') {
      this.#go(toFailedRun('The reading broke off', 'Fivestep ended without saying why.'))
    }
  }

  /** Waits for the tab that reads it, and takes what came of it. */
  async #await(client: QueryClient, name: string, signal: AbortSignal): Promise<void> {
    this.#go({ phase: 'elsewhere' })
    await navigator.locks.request(name, { signal }, async () => undefined)
    const reading = await this.#refetch(client)
    this.#go(reading ? idle : { phase: 'cancelled' })
  }

  /** Waits for whoever the server says is reading it. */
  async #awaitServer(client: QueryClient, signal: AbortSignal): Promise<void> {
    for (;;) {
      await pause(askEveryMs, signal)
      const query = { ...catalogOf(this.#connectionId), staleTime: 0 }
      const { lastRun, readings } = await client.fetchQuery(query)
      if (lastRun?.isUnderWay) continue
      await client.invalidateQueries(entityFactsOf(this.#connectionId))
      this.#go(readings.length > 0 ? idle : { phase: 'cancelled' })
      return
    }
  }

  async #refetch(client: QueryClient): Promise<CatalogReading | undefined> {
    // The server reads these along with the catalog.
    void client.invalidateQueries(entityFactsOf(this.#connectionId))
    const query = { ...catalogOf(this.#connectionId), staleTime: 0 }
    return (await client.fetchQuery(query)).readings[0]
  }

  #go(run: CatalogRun): void {
    this.#run = run
    for (const listener of this.#listeners) listener()
  }
}

/** @throws the signal's reason */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
  signal.throwIfAborted()
}

/**
 * Does `work` unless another tab is at it; whether it did. Where the browser knows no locks, on
 * plain http, it is done in each tab that asks.
 */
async function ifFree(name: string, work: () => Promise<void>): Promise<boolean> {
  if (!('locks' in navigator)) {
    await work()
    return true
  }
  return await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await work()
    return lock !== null
  })
}

function toFailed(error: unknown): CatalogRun {
  const { title, detail } = problemWords(error)
  const failed = toFailedRun(title, detail)
  if (!(error instanceof ProblemError) || failed.phase !== 'failed') return failed
  const { diagnosis = null, failure = null } = error.problem
  return { phase: 'failed', failed: { ...failed.failed, diagnosis, failure } }
}

const readers = new Map<string, CatalogReader>()

/** The one reader of a connection's catalog in this page. */
export function catalogReader(connectionId: string): CatalogReader {
  const known = readers.get(connectionId)
  if (known) return known
  const reader = new CatalogReader(connectionId)
  readers.set(connectionId, reader)
  return reader
}
