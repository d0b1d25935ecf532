'use client'

import { Ban, Download, Pause, Play, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { ProblemCallout } from '@/components/data/problem-callout'
import {
  filePathOf,
  useDeleteExport,
  useExportAct,
} from '@/components/explorer/exports/use-export-acts'
import { Button } from '@/components/ui/button'
import { buttonLook } from '@/components/ui/button-look'
import { cx } from '@/components/ui/cx'
import { Dialog } from '@/components/ui/dialog'
import type { Export } from '@/lib/contract/export'

/** What can be done with an export as it stands. */
export function ExportActs({ one }: Readonly<{ one: Export }>) {
  const act = useExportAct(one)
  const [deleting, setDeleting] = useState(false)
  const { state, name } = one
  const runs = state === 'queued' || state === 'running'
  const rests = state === 'paused' || state === 'failed'
  const busyWith = act.isPending ? act.variables : null
  return (
    <div className="flex flex-col items-end gap-2">
      <div className="flex flex-wrap items-center gap-1.5">
        {runs ? (
          <Button size="sm" busy={busyWith === 'pause'} onClick={() => act.mutate('pause')}>
            <Pause aria-hidden="true" />
            Pause
          </Button>
        ) : null}
        {rests ? (
          <Button size="sm" busy={busyWith === 'resume'} onClick={() => act.mutate('resume')}>
            <Play aria-hidden="true" />
            Go on
          </Button>
        ) : null}
        {runs || rests ? (
          <Button
            size="sm"
            variant="ghost"
            busy={busyWith === 'cancel'}
            onClick={() => act.mutate('cancel')}
          >
            <Ban aria-hidden="true" />
            Cancel
          </Button>
        ) : null}
        {state === 'done' ? (
          <a
            href={filePathOf(one)}
            download={one.fileName ?? true}
            className={cx(buttonLook('primary', 'sm'), 'no-underline')}
          >
            <Download aria-hidden="true" />
            Download<span className="sr-only"> {one.fileName}</span>
          </a>
        ) : null}
        {runs ? null : (
          <button
            type="button"
            aria-label={`Delete the export ${name}`}
            title="Delete"
            onClick={() => setDeleting(true)}
            className={cx(buttonLook('ghost', 'sm'), 'w-8 px-0')}
          >
            <Trash2 aria-hidden="true" />
          </button>
        )}
      </div>
      {act.error ? <ProblemCallout error={act.error} /> : null}
      <DeleteExport one={one} open={deleting} onOpenChange={setDeleting} />
    </div>
  )
}

type DeleteProps = Readonly<{
  one: Export
  open: boolean
  onOpenChange: (open: boolean) => void
}>

function DeleteExport({ one, open, onOpenChange }: DeleteProps) {
  const remove = useDeleteExport(one)
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Delete the export ${one.name}?`}
      description={
        one.state === 'done'
          ? 'Its file goes with it. Nothing changes in F&O.'
          : 'The rows read so far go with it. Nothing changes in F&O.'
      }
    >
      {remove.error ? <ProblemCallout error={remove.error} className="mb-4" /> : null}
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onClick={() => onOpenChange(false)}>
          Keep it
        </Button>
        <Button
          variant="danger"
          busy={remove.isPending || remove.isSuccess}
          onClick={() => remove.mutate()}
        >
          Delete
        </Button>
      </div>
    </Dialog>
  )
}
