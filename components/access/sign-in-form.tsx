'use client'

import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { callApi } from '@/components/data/call-api'
import { jsonBody } from '@/components/data/fetch-json'
import { UnreachableError } from '@/components/data/problem-error'
import { problemWords } from '@/components/data/problem-words'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { SecretInput } from '@/components/ui/secret-input'
import { TextInput } from '@/components/ui/text-input'

type Refusal = Readonly<{ title: string; detail: string }>

/** The sign-in library answers in its own shape, so its status is all that is told of it. */
function toRefusal(error: unknown): Refusal {
  const status = error instanceof UnreachableError ? error.status : null
  if (status === 429) {
    return { title: 'Too many attempts', detail: 'Wait a minute, then try again.' }
  }
  if (status !== null && status < 500) {
    return {
      title: 'That did not match',
      detail: 'Check the email address and the password, capital letters too.',
    }
  }
  return problemWords(error)
}

/** Asks for email and password; goes to `next` with a session. */
export function SignInForm({ next }: Readonly<{ next: string }>) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation({
    mutationFn: () => callApi('/api/auth/sign-in/email', jsonBody('POST', { email, password })),
    // A whole new page: everything rendered without a session is out of date.
    onSuccess: () => window.location.assign(next),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate()
  }
  const refusal = signIn.error ? toRefusal(signIn.error) : null
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      {refusal ? (
        <Callout tone="danger" live={true} title={refusal.title}>
          {refusal.detail}
        </Callout>
      ) : null}
      <Field label="Email">
        <TextInput
          type="email"
          name="email"
          autoComplete="username"
          required={true}
          value={email}
          onValueChange={setEmail}
        />
      </Field>
      <Field label="Password">
        <SecretInput
          name="password"
          autoComplete="current-password"
          required={true}
          value={password}
          onValueChange={setPassword}
        />
      </Field>
      <Button type="submit" variant="primary" busy={signIn.isPending || signIn.isSuccess}>
        Sign in
      </Button>
    </form>
  )
}
