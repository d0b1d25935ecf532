'use client'

import { ArrowRight, ChevronsRight, Square } from 'lucide-react'
import { allRowsMax } from '@/components/explorer/all-pages'
import { AnswerTimes } from '@/components/explorer/answer-times'
import type { RowsAnswer } from '@/components/explorer/read-rows'
import { toTime } from '@/components/explorer/spent-time'
import type { PagesReading } from '@/components/explorer/use-all-pages'
import { Button } from '@/components/ui/button'
import { toSize } from '@/components/ui/size'
import { Spinner } from '@/components/ui/spinner'

type Props = Readonly<{
  first: RowsAnswer
  pages: PagesReading
  /** Whether it is a page after the first. */
  later: boolean
  /** Opens the next page; null where F&O named none. */
  onNext: (() => void) | null
}>

/** How much has come and how long it took, and the way to the pages that follow. */
export function AnswerBar({ first, pages, later, onNext }: Props) {
  const { answer, progress, read } = pages
  if (progress) {
    return (
      <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 px-3 text-sm text-muted">
        <Spinner label="Reading all pages" className="text-accent" />
        <p className="tabular-nums">
          {progress.rows.toLocaleString('en')} rows of {count(progress.pages, 'page')},{' '}
          {toSize(progress.bytes)}
        </p>
        <Button size="sm" onClick={pages.cancel}>
          <Square aria-hidden="true" />
          Stop
        </Button>
      </div>
    )
  }
  const isMany = read !== null && read.count.pages > 1
  return (
    <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 px-3 text-sm text-muted">
      <p role="status" className="tabular-nums">
        {summaryOf(answer)}
        {isMany ? ` · ${count(read.count.pages, 'page')}${endWords[read.end.kind]}` : ''}
        {later ? ' · a later page' : ''}
      </p>
      <AnswerTimes answer={first} isFirstOfMany={isMany} />
      {onNext ? (
        <span className="flex gap-2">
          {isMany ? null : (
            <Button size="sm" onClick={onNext}>
              Next page
              <ArrowRight aria-hidden="true" />
            </Button>
          )}
          {read?.end.kind === 'full' ? null : (
            <Button
              size="sm"
              title={`Up to ${allRowsMax.toLocaleString('en')} rows`}
              onClick={pages.start}
            >
              {isMany ? 'Read on' : 'All pages'}
              <ChevronsRight aria-hidden="true" />
            </Button>
          )}
        </span>
      ) : null}
    </div>
  )
}

const endWords = { all: '', full: ', there are more', stopped: ', stopped', failed: ', broken off' }

function count(many: number, word: string): string {
  return `${many.toLocaleString('en')} ${many === 1 ? word : `${word}s`}`
}

function summaryOf({ page, rows, tookMs, bytes }: RowsAnswer): string {
  const parts = [toTime(tookMs), toSize(bytes)]
  if (!rows) return parts.join(' · ')
  const many = count(rows.length, 'row')
  const all = page?.['@odata.count']
  return [all === undefined ? many : `${many} of ${all.toLocaleString('en')}`, ...parts].join(' · ')
}
