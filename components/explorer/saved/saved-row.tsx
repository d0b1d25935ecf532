'use client'

import { Pencil, Play, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { RunForm } from '@/components/explorer/saved/run-form'
import { SaveForm } from '@/components/explorer/saved/save-form'
import { paths } from '@/components/shell/paths'
import { Ago } from '@/components/ui/ago'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { buttonLook } from '@/components/ui/button-look'
import { cx } from '@/components/ui/cx'
import { Dialog } from '@/components/ui/dialog'
import type { SavedQuery } from '@/lib/contract/saved-query'
import { parametersOf } from '@/lib/odata/query/parameters'

type Props = Readonly<{
  query: SavedQuery
  /** Whether the environment has its entity set no more. */
  isGone: boolean
  onDelete: () => void
}>

/** One saved query: what it asks for, who made it, and what can be done with it. */
export function SavedRow({ query, isGone, onDelete }: Props) {
  const [dialog, setDialog] = useState<'run' | 'edit' | null>(null)
  const close = () => setDialog(null)
  const { name, note, entitySet, options, madeBy, changedBy, updatedAt } = query
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 px-4 py-4 sm:px-5">
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-semibold">
          <span className="min-w-0 break-words">{name}</span>
          {isGone ? <Badge tone="warning">{entitySet} is gone</Badge> : null}
        </h2>
        {note === '' ? null : <p className="mt-0.5 break-words">{note}</p>}
        <p className="mt-1 font-mono text-sm break-words text-muted">
          <span className="text-ink">{entitySet}</span>
          {options === '' ? '' : ` ${options}`}
        </p>
        <p className="mt-1 text-sm text-muted">
          {madeBy === changedBy ? madeBy : `${madeBy}, changed by ${changedBy}`} ·{' '}
          <Ago iso={updatedAt} />
        </p>
        {isGone ? (
          <p className="mt-1 text-sm text-warning">
            The environment has no entity set of that name: it was removed, renamed, or the catalog
            is of another environment.
          </p>
        ) : null}
      </div>
      <div className="flex items-center gap-1.5">
        {parametersOf(options).length > 0 ? (
          <Button size="sm" onClick={() => setDialog('run')}>
            <Play aria-hidden="true" />
            <span>
              Run<span className="sr-only"> {name}</span>…
            </span>
          </Button>
        ) : (
          <ButtonLink
            size="sm"
            href={paths.explorer(query.connectionId, entitySet, { options })}
            prefetch={false}
          >
            <Play aria-hidden="true" />
            Run<span className="sr-only"> {name}</span>
          </ButtonLink>
        )}
        <IconButton label={`Edit ${name}`} onClick={() => setDialog('edit')}>
          <Pencil aria-hidden="true" />
        </IconButton>
        <IconButton label={`Delete ${name}`} onClick={onDelete}>
          <Trash2 aria-hidden="true" />
        </IconButton>
      </div>
      <Dialog open={dialog === 'run'} onOpenChange={close} title={name} description={note}>
        <RunForm query={query} onClose={close} />
      </Dialog>
      <Dialog open={dialog === 'edit'} onOpenChange={close} title="Edit the query" size="lg">
        <SaveForm
          connectionId={query.connectionId}
          queryId={query.id}
          initial={query}
          onClose={close}
        />
      </Dialog>
    </li>
  )
}

type IconProps = Readonly<{ label: string; onClick: () => void; children: React.ReactNode }>

function IconButton({ label, onClick, children }: IconProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className={cx(buttonLook('ghost', 'sm'), 'w-8 px-0')}
    >
      {children}
    </button>
  )
}
