'use client'

import { useQuery } from '@tanstack/react-query'
import { FileDown } from 'lucide-react'
import { exportsOf } from '@/components/explorer/exports/export-queries'
import { isUnderWay, partDone } from '@/components/explorer/exports/export-words'
import { paths } from '@/components/shell/paths'
import { ButtonLink } from '@/components/ui/button-link'
import { Spinner } from '@/components/ui/spinner'
import type { Export } from '@/lib/contract/export'

/** The way to the exports of a connection, which says how the ones under way are doing. */
export function ExportsLink({ connectionId }: Readonly<{ connectionId: string }>) {
  const { data } = useQuery(exportsOf(connectionId))
  const running = data?.exports.filter(isUnderWay) ?? []
  const failed = data?.exports.filter(({ state }) => state === 'failed').length ?? 0
  return (
    <ButtonLink href={paths.exports(connectionId)} size="sm" variant="ghost">
      {running.length > 0 ? <Spinner /> : <FileDown aria-hidden="true" />}
      Exports
      <span className="font-normal tabular-nums">
        {running.length > 0 ? underWayText(running) : null}
        {running.length === 0 && failed > 0 ? `${failed} failed` : null}
      </span>
    </ButtonLink>
  )
}

function underWayText(running: readonly Export[]): string {
  const [only] = running
  if (only === undefined || running.length > 1) return `${running.length} running`
  const part = partDone(only)
  return part === null ? `${only.rows.toLocaleString('en')} rows` : `${Math.floor(part * 100)}%`
}
