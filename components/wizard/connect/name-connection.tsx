'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { ProblemCallout } from '@/components/data/problem-callout'
import { fieldProblem } from '@/components/data/problem-words'
import { paths } from '@/components/shell/paths'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { FoundFacts } from '@/components/wizard/connect/found-facts'
import { creating } from '@/components/wizard/mutations'
import { probeOf } from '@/components/wizard/queries'
import type { Cloud } from '@/lib/steps/cloud'

type Props = Readonly<{ environmentUrl: string; suggestedName: string; guessedCloud: Cloud }>

/** Names what was found, saves it, and goes on to step 1. */
export function NameConnection({ environmentUrl, suggestedName, guessedCloud }: Props) {
  const router = useRouter()
  const { data: probe } = useQuery(probeOf(environmentUrl))
  const create = useMutation(creating(useQueryClient()))
  const [name, setName] = useState(suggestedName)
  if (!probe) return null

  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate(
      {
        environmentUrl,
        name,
        cloud: probe.cloud ?? guessedCloud,
        authorityUrl: probe.authorityUrl,
        tenantId: probe.tenantId,
      },
      { onSuccess: ({ id }) => router.push(paths.setup(id, 'register')) },
    )
  }
  return (
    <form onSubmit={submit} className="grid gap-5 border-line border-t pt-6">
      <FoundFacts probe={probe} cloud={probe.cloud ?? guessedCloud} />
      <Field
        label="Name of this connection"
        hint="How you and your colleagues will find it again."
        error={fieldProblem(create.error, 'name')}
      >
        <TextInput value={name} onValueChange={setName} required maxLength={120} />
      </Field>
      {create.isError ? <ProblemCallout error={create.error} /> : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          type="submit"
          variant={probe.isFinops ? 'primary' : 'secondary'}
          busy={create.isPending || create.isSuccess}
        >
          {probe.isFinops ? 'Save and begin with step 1' : 'Save it all the same'}
        </Button>
        {probe.isFinops ? null : (
          <p className="max-w-prose text-muted text-sm">
            You can do steps 1 to 4 meanwhile. Step 5 passes only once the environment answers.
          </p>
        )}
      </div>
    </form>
  )
}
