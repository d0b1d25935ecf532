'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FolderOpen } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useRef } from 'react'
import { catalogFiles } from '@/components/data/catalog-queries'
import { fetchJson } from '@/components/data/fetch-json'
import { ProblemCallout } from '@/components/data/problem-callout'
import { paths } from '@/components/shell/paths'
import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { toSize } from '@/components/ui/size'
import { Spinner } from '@/components/ui/spinner'
import { CatalogFile } from '@/lib/contract/catalog-file'

/** Opens a $metadata document from a file, and goes to its catalog. */
export function OpenFile() {
  const client = useQueryClient()
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const under = useRef<AbortController>(null)
  const opening = useMutation({
    mutationFn: async (file: File) => {
      const stop = new AbortController()
      under.current = stop
      return await sendFile(file, stop.signal)
    },
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: catalogFiles().queryKey })
      router.push(paths.explorer(id))
    },
  })
  const file = opening.variables
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p className="max-w-prose text-sm text-muted">
          To look at an environment that cannot be reached from here, save its{' '}
          <Code>/data/$metadata</Code> and open that file: as it is, or as .gz or .zip.
        </p>
        <Button onClick={() => input.current?.click()} busy={opening.isPending}>
          <FolderOpen aria-hidden="true" />
          Open a file
        </Button>
        <input
          ref={input}
          type="file"
          aria-label="Metadata file"
          accept=".xml,.edmx,.gz,.zip"
          tabIndex={-1}
          className="sr-only"
          onChange={({ target }) => {
            const [chosen] = target.files ?? []
            if (chosen) opening.mutate(chosen)
            // The same file may be chosen again once it was mended.
            target.value = ''
          }}
        />
      </div>
      {opening.isPending && file ? (
        <p role="status" className="flex flex-wrap items-center gap-2 text-sm">
          <Spinner className="text-accent" />
          Reading {file.name}, {toSize(file.size)}
          <Button size="sm" variant="ghost" onClick={() => under.current?.abort()}>
            Cancel
          </Button>
        </p>
      ) : null}
      {opening.error && opening.error.name !== 'AbortError' ? (
        <ProblemCallout error={opening.error} />
      ) : null}
    </div>
  )
}

async function sendFile(file: File, signal: AbortSignal): Promise<CatalogFile> {
  const url = `/api/catalogs?name=${encodeURIComponent(file.name.slice(0, 200))}`
  const headers = { 'content-type': 'application/octet-stream' }
  return await fetchJson(CatalogFile, url, { method: 'POST', headers, body: file, signal })
}
