'use client'

import { useMutation } from '@tanstack/react-query'
import { Download, X } from 'lucide-react'
import Link from 'next/link'
import { callApi } from '@/components/data/call-api'
import { ProblemCallout } from '@/components/data/problem-callout'
import { useBasket } from '@/components/explorer/basket/use-basket'
import { paths } from '@/components/shell/paths'
import { Button } from '@/components/ui/button'
import { saveText } from '@/components/ui/save-text'
import type { BasketFormat } from '@/lib/contract/basket'

type Props = Readonly<{ connectionId: string; onLeave: () => void }>

const files: Readonly<Record<BasketFormat, readonly [name: string, type: string]>> = {
  openapi: ['openapi.json', 'application/json'],
  typescript: ['entity-sets.ts', 'text/plain'],
}

/** What is in the basket, and what it can be taken along as. */
export function BasketContents({ connectionId, onLeave }: Props) {
  const { names, remove, clear } = useBasket(connectionId)
  const save = useMutation({
    mutationFn: async (format: BasketFormat) => {
      const search = new URLSearchParams({ format, names: names.join(',') })
      const answer = await callApi(`/api/connections/${connectionId}/catalog/basket?${search}`)
      const [name, type] = files[format]
      saveText(name, await answer.text(), type)
    },
  })
  if (names.length === 0) return <p className="text-muted">The basket is empty.</p>
  const busyWith = (format: BasketFormat) => save.isPending && save.variables === format
  return (
    <div className="grid gap-4">
      <ul className="max-h-72 divide-y divide-line overflow-y-auto rounded-md border border-line">
        {names.map((name) => (
          <li key={name} className="flex items-center justify-between gap-3 py-1 pr-1 pl-3">
            <Link
              href={paths.explorer(connectionId, name)}
              onClick={onLeave}
              className="min-w-0 break-all hover:underline"
            >
              {name}
            </Link>
            <button
              type="button"
              aria-label={`Take ${name} out`}
              onClick={() => remove(name)}
              className="grid size-8 shrink-0 place-items-center rounded-sm text-muted hover:bg-sunken hover:text-ink"
            >
              <X aria-hidden="true" className="size-4" />
            </button>
          </li>
        ))}
      </ul>
      {save.isError ? <ProblemCallout error={save.error} /> : null}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" busy={busyWith('openapi')} onClick={() => save.mutate('openapi')}>
          <Download aria-hidden="true" />
          OpenAPI 3.1
        </Button>
        <Button busy={busyWith('typescript')} onClick={() => save.mutate('typescript')}>
          <Download aria-hidden="true" />
          TypeScript types
        </Button>
        <Button variant="ghost" onClick={clear} className="ml-auto">
          Empty it
        </Button>
      </div>
    </div>
  )
}
