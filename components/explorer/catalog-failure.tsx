'use client'

import { useState } from 'react'
import type { CatalogRun } from '@/components/explorer/catalog-run'
import type { DiagnosisView } from '@/components/shell/diagnosis-view'
import { Ago } from '@/components/ui/ago'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

type Props = Readonly<{
  failed: Extract<CatalogRun, { phase: 'failed' }>['failed']
  /** When it was tried, where that was in the night. */
  since?: string
  /** Whether there is no catalog from before. */
  isFirst: boolean
  connectionId: string
  Diagnosis: DiagnosisView
  onRetry: () => void
}>

/** Why a catalog could not be read, in the little room beside the list. */
export function CatalogFailure(props: Props) {
  const { failed, since, isFirst, connectionId, Diagnosis, onRetry } = props
  const [isOpen, setIsOpen] = useState(false)
  const { title, detail, byteOffset, diagnosis, failure } = failed
  return (
    <div
      role="alert"
      className="flex max-h-[40dvh] flex-col gap-1 overflow-y-auto rounded-md border border-danger/35 bg-danger-soft px-3 py-2 text-ink"
    >
      {since === undefined ? null : (
        <p className="text-muted">
          Tried by night, <Ago iso={since} />
        </p>
      )}
      <p className="font-semibold">{title}</p>
      <p>{detail}</p>
      {byteOffset === null ? null : (
        <p className="tabular-nums">At byte {byteOffset.toLocaleString('en')} of the document.</p>
      )}
      <p className="text-muted">
        {isFirst
          ? 'Entity sets are found by their names only.'
          : 'The catalog from before is still in use.'}
      </p>
      <div className="mt-1 flex flex-wrap gap-2">
        <Button size="sm" onClick={onRetry}>
          Try again
        </Button>
        {diagnosis ? (
          <Button size="sm" variant="ghost" onClick={() => setIsOpen(true)}>
            What to do
          </Button>
        ) : null}
      </div>
      {diagnosis ? (
        <Dialog
          open={isOpen}
          onOpenChange={setIsOpen}
          title="The catalog could not be read"
          size="lg"
        >
          <Diagnosis diagnosis={diagnosis} failure={failure} connectionId={connectionId} />
        </Dialog>
      ) : null}
    </div>
  )
}
