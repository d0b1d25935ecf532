'use client'

import { useEffect, useRef, useState } from 'react'
import { type AllPages, type PageCount, readAllPages } from '@/components/explorer/all-pages'
import { type RowsAnswer, readRows } from '@/components/explorer/read-rows'

export type PagesReading = Readonly<{
  /** What is there to be shown: the first page until all have come. */
  answer: RowsAnswer
  /** How many have come while they are being read; null at rest. */
  progress: PageCount | null
  /** How the last reading ended; null before. */
  read: AllPages | null
  start: () => void
  cancel: () => void
}>

/** Reads on from `first` to the last page when it is told to, and stops with the page that shows it. */
export function useAllPages(connectionId: string, first: RowsAnswer): PagesReading {
  const [progress, setProgress] = useState<PageCount | null>(null)
  const [read, setRead] = useState<AllPages | null>(null)
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  const answer = read?.answer ?? first
  const start = async () => {
    running.current?.abort()
    const stop = new AbortController()
    running.current = stop
    setProgress({ pages: 1, rows: answer.rows?.length ?? 0, bytes: answer.bytes })
    const all = await readAllPages(answer, {
      read: (request) => readRows(connectionId, request, stop.signal),
      signal: stop.signal,
      onPage: setProgress,
    })
    setRead(all)
    setProgress(null)
  }
  return {
    answer,
    progress,
    read,
    start: () => void start(),
    cancel: () => running.current?.abort(),
  }
}
