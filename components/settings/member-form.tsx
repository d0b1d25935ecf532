'use client'

import { type FormEvent, type ReactNode, useState } from 'react'
import { ProblemCallout } from '@/components/data/problem-callout'
import { GrantsEditor } from '@/components/settings/grants-editor'
import { roleOptions } from '@/components/settings/role-words'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { Grant, Rights } from '@/lib/contract/rights'
import { Role } from '@/lib/contract/rights'

type Props = Readonly<{
  initial: Rights
  submitLabel: string
  busy: boolean
  error: unknown
  onSubmit: (rights: Readonly<{ role: Role; grants: Grant[] }>) => void
  /** Fields above the role. */
  children?: ReactNode
}>

/** Role and grants of a person who is here, or who is invited. */
export function MemberForm({ initial, submitLabel, busy, error, onSubmit, children }: Props) {
  const [role, setRole] = useState<Role>(initial.role)
  const [grants, setGrants] = useState<Grant[]>([...initial.grants])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit({ role, grants: role === 'admin' ? [] : grants })
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {error ? <ProblemCallout error={error} /> : null}
      {children}
      <Field
        label="Role"
        hint={
          role === 'operator'
            ? 'In production, and where nobody can tell, an operator is a viewer unless you say more below.'
            : undefined
        }
      >
        <Select
          value={role}
          onValueChange={(value) => setRole(Role.parse(value))}
          options={roleOptions}
        />
      </Field>
      {role === 'admin' ? null : <GrantsEditor grants={grants} onChange={setGrants} />}
      <div className="flex justify-end">
        <Button type="submit" variant="primary" busy={busy}>
          {submitLabel}
        </Button>
      </div>
    </form>
  )
}
