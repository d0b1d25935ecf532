'use client'

import { Download } from 'lucide-react'
import { useState } from 'react'
import type { ExportSource } from '@/components/explorer/exports/export-draft'
import { ExportForm } from '@/components/explorer/exports/export-form'
import { useRowsAddress } from '@/components/explorer/use-rows-address'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { toRequest } from '@/lib/odata/query/to-request'

type Props = Readonly<{ connectionId: string; entitySet: string }>

/** Exports what the query on the screen asks for. */
export function ExportButton({ connectionId, entitySet }: Props) {
  const [open, setOpen] = useState(false)
  const { options, request } = useRowsAddress(entitySet)
  const source: ExportSource = { first: toRequest(entitySet, options), shown: request }
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        <Download aria-hidden="true" />
        Export
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={`Export ${entitySet}`} size="lg">
        <ExportForm
          connectionId={connectionId}
          entitySet={entitySet}
          source={source}
          onClose={() => setOpen(false)}
        />
      </Dialog>
    </>
  )
}
