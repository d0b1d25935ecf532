'use client'

import { Bookmark } from 'lucide-react'
import { useState } from 'react'
import { SaveForm } from '@/components/explorer/saved/save-form'
import { useQueryDraft } from '@/components/explorer/use-rows-address'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

type Props = Readonly<{ connectionId: string; entitySet: string }>

/** Saves the query that is being written for the team. */
export function SaveButton({ connectionId, entitySet }: Props) {
  const [open, setOpen] = useState(false)
  const { text } = useQueryDraft(entitySet)
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        <Bookmark aria-hidden="true" />
        Save
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        size="lg"
        title="Save the query"
        description="Everybody who uses this connection finds it under Queries."
      >
        <SaveForm
          connectionId={connectionId}
          queryId={null}
          initial={{ name: '', note: '', entitySet, options: text }}
          onClose={() => setOpen(false)}
        />
      </Dialog>
    </>
  )
}
