'use client'

import { Bookmark } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { SaveForm } from '@/components/explorer/saved/save-form'
import { paths } from '@/components/shell/paths'
import { Ago } from '@/components/ui/ago'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { QueryRun } from '@/lib/contract/saved-query'

type Props = Readonly<{ connectionId: string; run: QueryRun }>

/** One query that the person has run; pressing it runs it again. */
export function RunRow({ connectionId, run }: Props) {
  const [saving, setSaving] = useState(false)
  const { entitySet, options, times, rows, tookMs, ranAt } = run
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 py-3 sm:px-5">
      <div className="min-w-0 flex-1 basis-72">
        <Link
          href={paths.explorer(connectionId, entitySet, { options })}
          prefetch={false}
          className="block rounded-sm font-mono text-sm break-words hover:underline"
        >
          {entitySet}
          <span className="text-muted">{options === '' ? '' : ` ${options}`}</span>
        </Link>
        <p className="mt-0.5 text-sm text-muted tabular-nums">
          <Ago iso={ranAt} />
          {rows === null ? '' : ` · ${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`}
          {` · ${tookMs.toLocaleString('en')} ms`}
          {times > 1 ? ` · run ${times.toLocaleString('en')} times` : ''}
        </p>
      </div>
      <Button size="sm" variant="ghost" onClick={() => setSaving(true)}>
        <Bookmark aria-hidden="true" />
        Save
      </Button>
      <Dialog open={saving} onOpenChange={setSaving} title="Save the query" size="lg">
        <SaveForm
          connectionId={connectionId}
          queryId={null}
          initial={{ name: '', note: '', entitySet, options }}
          onClose={() => setSaving(false)}
        />
      </Dialog>
    </li>
  )
}
