'use client'

import { type CatalogRun, shareRead } from '@/components/explorer/catalog-run'
import { Button } from '@/components/ui/button'
import { toSize } from '@/components/ui/size'
import { Spinner } from '@/components/ui/spinner'

type Props = Readonly<{
  run: Extract<CatalogRun, { phase: 'reading' }>
  onCancel: () => void
}>

/** How far the reading of the catalog is. */
export function CatalogProgress({ run, onCancel }: Props) {
  const { counts, bytesTotal } = run
  const share = shareRead(run)
  const read = toSize(counts?.bytes ?? 0)
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-center justify-between gap-3">
        <p className="flex min-w-0 items-center gap-2 font-medium text-ink">
          <Spinner className="text-accent" />
          <span role="status">Reading the catalog</span>
        </p>
        <Button size="sm" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      <progress
        aria-label="Reading the catalog"
        {...(share === null ? {} : { value: share, max: 1 })}
        className="h-1 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent [&::-webkit-progress-value]:transition-[width] [&:indeterminate]:animate-pulse [&:indeterminate]:bg-accent-soft"
      />
      <p className="tabular-nums">
        {share === null || bytesTotal === null ? read : `${read} of ${toSize(bytesTotal)}`}
        {counts
          ? ` · ${counts.types.toLocaleString('en')} types · ${counts.sets.toLocaleString('en')} sets`
          : ''}
      </p>
    </div>
  )
}
