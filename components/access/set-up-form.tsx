'use client'

import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { passwordStrength } from '@/components/access/password-strength'
import { SetUpLinkProblem } from '@/components/access/set-up-link-problem'
import { StrengthMeter } from '@/components/access/strength-meter'
import { callApi } from '@/components/data/call-api'
import { jsonBody } from '@/components/data/fetch-json'
import { ProblemCallout } from '@/components/data/problem-callout'
import { ProblemError } from '@/components/data/problem-error'
import { fieldProblem, isFieldProblem } from '@/components/data/problem-words'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { SecretInput } from '@/components/ui/secret-input'
import { TextInput } from '@/components/ui/text-input'
import type { SetUpInput } from '@/lib/contract/access'

const isLinkProblem = (error: unknown) =>
  error instanceof ProblemError && error.problem.code === 'setup_link_invalid'

/** Makes the first admin with the one-time link's token, and signs them in. */
export function SetUpForm({ token, home }: Readonly<{ token: string; home: string }>) {
  const [person, setPerson] = useState({ name: '', email: '', password: '' })
  const [tried, setTried] = useState(false)
  const setUp = useMutation({
    mutationFn: (input: SetUpInput) => callApi('/api/access/set-up', jsonBody('POST', input)),
    onSuccess: () => window.location.assign(home),
  })
  const tooShort = passwordStrength(person.password).level === 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!tooShort) setUp.mutate({ token, ...person })
  }
  if (isLinkProblem(setUp.error)) return <SetUpLinkProblem state="invalid" />
  const passwordProblem = tried && tooShort ? 'At least 12 characters.' : undefined
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      {setUp.error && !isFieldProblem(setUp.error, Object.keys(person)) ? (
        <ProblemCallout error={setUp.error} />
      ) : null}
      <Field label="Your name" error={fieldProblem(setUp.error, 'name')}>
        <TextInput
          name="name"
          autoComplete="name"
          required={true}
          maxLength={120}
          value={person.name}
          onValueChange={(name) => setPerson({ ...person, name })}
        />
      </Field>
      <Field
        label="Email"
        hint="You sign in with it. Fivestep sends nothing to it."
        error={fieldProblem(setUp.error, 'email')}
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
        error={passwordProblem ?? fieldProblem(setUp.error, 'password')}
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
      <Button type="submit" variant="primary" busy={setUp.isPending || setUp.isSuccess}>
        Create the admin and sign in
      </Button>
    </form>
  )
}
