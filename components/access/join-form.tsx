'use client'

import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { passwordStrength } from '@/components/access/password-strength'
import { StrengthMeter } from '@/components/access/strength-meter'
import { callApi } from '@/components/data/call-api'
import { jsonBody } from '@/components/data/fetch-json'
import { ProblemCallout } from '@/components/data/problem-callout'
import { fieldProblem, isFieldProblem } from '@/components/data/problem-words'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { SecretInput } from '@/components/ui/secret-input'
import { TextInput } from '@/components/ui/text-input'
import type { JoinInput } from '@/lib/contract/members'

type Props = Readonly<{ token: string; name: string; home: string }>

/** Makes whoever holds an invitation a member, and signs them in. */
export function JoinForm({ token, name, home }: Props) {
  const [person, setPerson] = useState({ name, email: '', password: '' })
  const [tried, setTried] = useState(false)
  const join = useMutation({
    mutationFn: (input: JoinInput) => callApi('/api/access/join', jsonBody('POST', input)),
    onSuccess: () => window.location.assign(home),
  })
  const tooShort = passwordStrength(person.password).level === 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!tooShort) join.mutate({ token, ...person })
  }
  const passwordProblem = tried && tooShort ? 'At least 12 characters.' : undefined
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      {join.error && !isFieldProblem(join.error, Object.keys(person)) ? (
        <ProblemCallout error={join.error} />
      ) : null}
      <Field label="Your name" error={fieldProblem(join.error, 'name')}>
        <TextInput
          name="name"
          autoComplete="name"
          required={true}
          maxLength={120}
          value={person.name}
          onValueChange={(changed) => setPerson({ ...person, name: changed })}
        />
      </Field>
      <Field
        label="Email"
        hint="You sign in with it. Fivestep sends nothing to it."
        error={fieldProblem(join.error, 'email')}
      >
        <TextInput
          type="email"
          name="email"
          autoComplete="username"
          required={true}
          value={person.email}
          onValueChange={(email) => setPerson({ ...person, email })}
        />
      </Field>
      <Field
        label="Password"
        hint={<StrengthMeter password={person.password} />}
        error={passwordProblem ?? fieldProblem(join.error, 'password')}
      >
        <SecretInput
          name="password"
          autoComplete="new-password"
          required={true}
          maxLength={256}
          value={person.password}
          onValueChange={(password) => setPerson({ ...person, password })}
        />
      </Field>
      <Button type="submit" variant="primary" busy={join.isPending || join.isSuccess}>
        Join and sign in
      </Button>
    </form>
  )
}
