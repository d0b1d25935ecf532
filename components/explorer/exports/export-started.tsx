'use client'

import { useQuery } from '@tanstack/react-query'
import { ExportActs } from '@/components/explorer/exports/export-acts'
import { ExportProgress } from '@/components/explorer/exports/export-progress'
import { exportsOf } from '@/components/explorer/exports/export-queries'
import { stateWord } from '@/components/explorer/exports/export-words'
import { paths } from '@/components/shell/paths'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import type { Export } from '@/lib/contract/export'

type Props = Readonly<{ started: Export; onClose: () => void }>

/** An export that was just begun, until its file is there or the person goes on. */
export function ExportStarted({ started, onClose }: Props) {
  const { data } = useQuery(exportsOf(started.connectionId))
  const one = data?.exports.find(({ id }) => id === started.id) ?? started
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status" className="min-w-0 font-medium break-words">
          {one.fileName ?? one.name}: {stateWord(one).toLowerCase()}
        </p>
        <ExportActs one={one} />
      </div>
      <ExportProgress one={one} />
      {one.failure ? (
        <Callout tone="danger" title={one.failure.title} live={true}>
          {one.failure.detail}
        </Callout>
      ) : null}
      <p className="text-sm text-muted">
        It runs on the server, also when this page is closed, and its file stays for seven days.
      </p>
      <div className="flex justify-end gap-2">
        <ButtonLink href={paths.exports(one.connectionId)} variant="ghost">
          All exports
        </ButtonLink>
        <Button onClick={onClose}>Close</Button>
      </div>
    </div>
  )
}
