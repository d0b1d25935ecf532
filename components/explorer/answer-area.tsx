'use client'

import type { ReactNode } from 'react'
import { ProblemCallout } from '@/components/data/problem-callout'
import { allBytesMax, allRowsMax } from '@/components/explorer/all-pages'
import { AnswerBar } from '@/components/explorer/answer-bar'
import { AnswerPane } from '@/components/explorer/answer-pane'
import { ExportButton } from '@/components/explorer/exports/export-button'
import { parseNextLink } from '@/components/explorer/next-link'
import type { RowsAnswer } from '@/components/explorer/read-rows'
import { useAllPages } from '@/components/explorer/use-all-pages'
import type { RowsAddress } from '@/components/explorer/use-rows-address'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { toSize } from '@/components/ui/size'

type Props = Readonly<{
  connectionId: string
  entitySet: string
  first: RowsAnswer
  address: RowsAddress
  /** What stands where the rows would be when there are none. */
  empty: ReactNode
}>

/** An answer of F&O with the pages that follow it, one by one or all. */
export function AnswerArea({ connectionId, entitySet, first, address, empty }: Props) {
  const pages = useAllPages(connectionId, first)
  const { answer, read } = pages
  const next = parseNextLink(answer.page?.['@odata.nextLink'])
  return (
    <>
      {read?.end.kind === 'failed' ? (
        <ProblemCallout error={read.end.error} className="m-3">
          <Button size="sm" onClick={pages.start}>
            Read on
          </Button>
        </ProblemCallout>
      ) : null}
      {read?.end.kind === 'full' ? (
        <Callout tone="info" title="There are more rows than a page holds" className="m-3">
          <p className="mb-2">
            Reading stopped beyond {allRowsMax.toLocaleString('en')} rows or {toSize(allBytesMax)}.
            An export takes them all, goes on when this page is closed, and lands in a file.
          </p>
          <ExportButton connectionId={connectionId} entitySet={entitySet} />
        </Callout>
      ) : null}
      <AnswerPane
        connectionId={connectionId}
        entitySet={entitySet}
        answer={answer}
        view={address.view}
        onViewChange={address.show}
        {...(address.query.key ? {} : { onFilter: address.addFilter })}
        empty={empty}
        bar={
          <AnswerBar
            first={first}
            pages={pages}
            later={address.later}
            onNext={next ? () => address.follow(next) : null}
          />
        }
      />
    </>
  )
}
