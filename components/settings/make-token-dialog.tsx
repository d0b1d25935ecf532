'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { connectionList } from '@/components/data/connection-queries'
import { fetchJson, jsonBody } from '@/components/data/fetch-json'
import { ProblemCallout } from '@/components/data/problem-callout'
import { CheckList } from '@/components/settings/check-list'
import { tokenList } from '@/components/settings/queries'
import { verbWords } from '@/components/settings/verb-words'
import { Button } from '@/components/ui/button'
import { CopyField } from '@/components/ui/copy-field'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { type MakeTokenInput, TokenMade } from '@/lib/contract/api-token'
import { TokenVerb } from '@/lib/contract/rights'

type Props = Readonly<{ open: boolean; onOpenChange: (open: boolean) => void }>

/** Makes a token and shows it, once. */
export function MakeTokenDialog({ open, onOpenChange }: Props) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Make an API token"
      description="It acts for you, within what you choose here."
    >
      <MakeTokenForm />
    </Dialog>
  )
}

const lifetimes = [7, 30, 90, 180, 366]

function MakeTokenForm() {
  const client = useQueryClient()
  const connections = useQuery(connectionList()).data?.connections ?? []
  const [name, setName] = useState('')
  const [days, setDays] = useState('90')
  const [verbs, setVerbs] = useState<readonly string[]>(['connection.read'])
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [sets, setSets] = useState('')
  const make = useMutation({
    mutationFn: (input: MakeTokenInput) =>
      fetchJson(TokenMade, '/api/tokens', jsonBody('POST', input)),
    onSuccess: () => client.invalidateQueries({ queryKey: tokenList().queryKey }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const entitySets = sets.split(/[\s,;]+/).filter(Boolean)
    const scope = {
      connectionIds: chosen.length > 0 ? [...chosen] : null,
      entitySets: entitySets.length > 0 ? entitySets : null,
      verbs: TokenVerb.options.filter((verb) => verbs.includes(verb)),
    }
    make.mutate({ name, days: Number(days), scope })
  }
  if (make.data) {
    return (
      <CopyField
        label="Token"
        value={make.data.secret}
        hint="It is not shown again, and only a hash of it is kept. Store it where your program finds it."
      />
    )
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {make.error ? <ProblemCallout error={make.error} /> : null}
      <Field label="Name" hint="Which program sends it.">
        <TextInput
          required={true}
          maxLength={120}
          autoComplete="off"
          value={name}
          onValueChange={setName}
        />
      </Field>
      <CheckList
        label="It may"
        options={TokenVerb.options.map((value) => ({ value, label: verbWords[value] }))}
        chosen={verbs}
        onChange={setVerbs}
      />
      {connections.length > 0 ? (
        <CheckList
          label="Through these connections; through all where none is chosen"
          options={connections.map(({ id, name: label }) => ({ value: id, label }))}
          chosen={chosen}
          onChange={setChosen}
        />
      ) : null}
      <Field label="Only these entity sets" aside="optional" hint="For reading and exporting rows.">
        <TextInput
          mono={true}
          placeholder="CustomersV3, SalesOrderHeadersV2"
          value={sets}
          onValueChange={setSets}
        />
      </Field>
      <Field label="It stops after">
        <Select
          value={days}
          onValueChange={setDays}
          options={lifetimes.map((count) => ({ value: String(count), label: `${count} days` }))}
        />
      </Field>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" busy={make.isPending} disabled={verbs.length === 0}>
          Make the token
        </Button>
      </div>
    </form>
  )
}
