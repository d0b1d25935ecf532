'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { connectionList } from '@/components/data/connection-queries'
import { fetchNothing } from '@/components/data/fetch-json'
import { ProblemCallout } from '@/components/data/problem-callout'
import { paths } from '@/components/shell/paths'
import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import type { Connection } from '@/lib/contract/connection'

type Props = Readonly<{
  connection: Connection
  open: boolean
  onOpenChange: (open: boolean) => void
}>

/** Deletes a connection, once its name has been typed. */
export function DeleteDialog({ connection, open, onOpenChange }: Props) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Delete the connection?"
      description="Its steps, proofs and secret go for good. The app in Entra and its registration in F&O stay: remove them there."
    >
      <DeleteForm connection={connection} onCancel={() => onOpenChange(false)} />
    </Dialog>
  )
}

type FormProps = Readonly<{ connection: Connection; onCancel: () => void }>

function DeleteForm({ connection, onCancel }: FormProps) {
  const client = useQueryClient()
  const router = useRouter()
  const [typed, setTyped] = useState('')
  const remove = useMutation({
    mutationFn: () => fetchNothing(`/api/connections/${connection.id}`, { method: 'DELETE' }),
    onSuccess: async () => {
      router.replace(paths.connections())
      router.refresh()
      await client.invalidateQueries({ queryKey: connectionList().queryKey, exact: true })
    },
  })
  const matches = typed.trim() === connection.name
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (matches) remove.mutate()
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Field
        label={
          <>
            Type <Code>{connection.name}</Code> to confirm
          </>
        }
      >
        <TextInput value={typed} onValueChange={setTyped} autoComplete="off" />
      </Field>
      {remove.error ? <ProblemCallout error={remove.error} /> : null}
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onClick={onCancel}>
          Keep it
        </Button>
        <Button
          type="submit"
          variant="danger"
          disabled={!matches}
          busy={remove.isPending || remove.isSuccess}
        >
          Delete for good
        </Button>
      </div>
    </form>
  )
}
