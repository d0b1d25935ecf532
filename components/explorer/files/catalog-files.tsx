'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { FileCode } from 'lucide-react'
import { catalogFiles } from '@/components/data/catalog-queries'
import { fetchNothing } from '@/components/data/fetch-json'
import { ProblemCallout } from '@/components/data/problem-callout'
import { OpenFile } from '@/components/explorer/files/open-file'
import { paths } from '@/components/shell/paths'
import { Ago } from '@/components/ui/ago'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { toSize } from '@/components/ui/size'
import { TextLink } from '@/components/ui/text-link'
import type { CatalogFile } from '@/lib/contract/catalog-file'

/** Catalogs of environments that cannot be reached, each from a file; and the way to open one. */
export function CatalogFiles() {
  const { data, error } = useQuery(catalogFiles())
  const files = data?.files ?? []
  return (
    <Card title="Catalogs from files">
      <div className="flex flex-col gap-4">
        <OpenFile />
        {error ? <ProblemCallout error={error} /> : null}
        {files.length > 0 ? (
          <ul className="-mx-5 -mb-4 divide-y divide-line border-t border-line">
            {files.map((file) => (
              <FileRow key={file.id} file={file} />
            ))}
          </ul>
        ) : null}
      </div>
    </Card>
  )
}

function FileRow({ file }: Readonly<{ file: CatalogFile }>) {
  const client = useQueryClient()
  const { id, name, counts, addedAt } = file
  const removal = useMutation({
    mutationFn: () => fetchNothing(`/api/catalogs/${id}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: catalogFiles().queryKey }),
  })
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
      <FileCode aria-hidden="true" className="size-5 shrink-0 text-faint max-sm:hidden" />
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-medium break-words">
          <TextLink href={paths.explorer(id)}>{name}</TextLink>
        </p>
        <p className="text-sm text-muted tabular-nums">
          {counts.sets.toLocaleString('en')} sets, {counts.properties.toLocaleString('en')} fields ·{' '}
          {toSize(counts.bytes)} · opened <Ago iso={addedAt} />
        </p>
        {removal.error ? <ProblemCallout error={removal.error} className="mt-2" /> : null}
      </div>
      <div className="flex gap-2">
        <ButtonLink size="sm" href={paths.drift(id)} aria-label={`Compare ${name}`}>
          Compare
        </ButtonLink>
        <Button
          size="sm"
          variant="ghost"
          busy={removal.isPending}
          aria-label={`Delete ${name}`}
          onClick={() => removal.mutate()}
        >
          Delete
        </Button>
      </div>
    </li>
  )
}
