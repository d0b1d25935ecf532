'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { connectionList } from '@/components/data/connection-queries'
import { accessIn, withAccess } from '@/components/settings/grants'
import { type Access, accessOptions, useWords } from '@/components/settings/role-words'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { Grant, GrantScope } from '@/lib/contract/rights'
import { EnvironmentUse } from '@/lib/steps/environment-use'

type Props = Readonly<{ grants: readonly Grant[]; onChange: (grants: Grant[]) => void }>

/** What somebody may do in some places, in place of what their role says. */
export function GrantsEditor({ grants, onChange }: Props) {
  const connections = useQuery(connectionList()).data?.connections ?? []
  const [shown, setShown] = useState<readonly string[]>(
    grants.flatMap(({ scope }) => ('connectionId' in scope ? [scope.connectionId] : [])),
  )
  const nameOf = (id: string) => connections.find((one) => one.id === id)?.name ?? id
  const rest = connections.filter(({ id }) => !shown.includes(id))
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 text-sm font-medium">Otherwise than by the role</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        {EnvironmentUse.options.map((environmentUse) => (
          <Place
            key={environmentUse}
            label={useWords[environmentUse]}
            scope={{ environmentUse }}
            grants={grants}
            onChange={onChange}
          />
        ))}
        {shown.map((connectionId) => (
          <Place
            key={connectionId}
            label={nameOf(connectionId)}
            scope={{ connectionId }}
            grants={grants}
            onChange={onChange}
          />
        ))}
      </div>
      {rest.length > 0 ? (
        <Field label="For one connection">
          <Select
            value=""
            onValueChange={(id) => setShown([...shown, id])}
            options={[
              { value: '', label: 'Choose a connection' },
              ...rest.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Field>
      ) : null}
    </fieldset>
  )
}

type PlaceProps = Props & Readonly<{ label: string; scope: GrantScope }>

function Place({ label, scope, grants, onChange }: PlaceProps) {
  return (
    <Field label={label}>
      <Select
        value={accessIn(grants, scope) ?? ''}
        onValueChange={(value) =>
          onChange(withAccess(grants, scope, value === '' ? undefined : (value as Access)))
        }
        options={[{ value: '', label: 'As the role says' }, ...accessOptions]}
      />
    </Field>
  )
}
