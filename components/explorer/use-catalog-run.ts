'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { catalogOf } from '@/components/data/catalog-queries'
import { catalogReader } from '@/components/explorer/catalog-reader'
import type { CatalogRun } from '@/components/explorer/catalog-run'
import type { CatalogReading } from '@/lib/contract/catalog'
import type { CatalogRunFacts } from '@/lib/contract/catalog-run'

type Reading = Readonly<{
  /** What the connection has now; undefined where that is nothing, or not known yet. */
  present: CatalogReading | undefined
  /** Whether the server has said what the connection has, or refused to. */
  isKnown: boolean
  run: CatalogRun
  /** The newest reading of all, whoever asked for it. */
  lastRun: CatalogRunFacts | null
  start: () => void
  cancel: () => void
  dismiss: () => void
}>

const idle: CatalogRun = { phase: 'idle' }

/**
 * The catalog of a connection and its reading, wherever in this page that was started. Where the
 * connection never had one it is read at once, so that nobody has to know that there is such a thing.
 */
export function useCatalogRun(connectionId: string): Reading {
  const client = useQueryClient()
  const status = useQuery(catalogOf(connectionId))
  const reader = catalogReader(connectionId)
  const run = useSyncExternalStore(reader.subscribe, reader.run, () => idle)
  const isFirst = status.data?.readings.length === 0 && run.phase === 'idle'
  useEffect(() => {
    if (isFirst) void reader.start(client)
  }, [isFirst, reader, client])
  return {
    present: status.data?.readings[0],
    isKnown: !status.isPending,
    run,
    lastRun: status.data?.lastRun ?? null,
    start: () => void reader.start(client),
    cancel: () => reader.cancel(),
    dismiss: () => reader.dismiss(),
  }
}
