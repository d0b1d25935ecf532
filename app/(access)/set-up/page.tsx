import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { SetUpForm } from '@/components/access/set-up-form'
import { SetUpLinkProblem } from '@/components/access/set-up-link-problem'
import { paths } from '@/components/shell/paths'
import { hasAdmin, isSetUpToken } from '@/lib/access/set-up-link'

export const metadata: Metadata = { title: 'Set up' }

type Props = Readonly<{ searchParams: Promise<{ token?: string | string[] }> }>

export default async function SetUpPage({ searchParams }: Props) {
  const { token } = await searchParams
  if (await hasAdmin())
    return (
      <Page>
        <SetUpLinkProblem state="used" />
      </Page>
    )
  if (typeof token !== 'string' || !(await isSetUpToken(token))) {
    return (
      <Page>
        <SetUpLinkProblem state="invalid" />
      </Page>
    )
  }
  return (
    <Page>
      <p className="-mt-3 text-muted">
        You are the first here. This account can do everything; more people can follow.
      </p>
      <SetUpForm token={token} home={paths.connections()} />
    </Page>
  )
}

function Page({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <>
      <h1 className="text-2xl font-semibold">Set up Fivestep</h1>
      {children}
    </>
  )
}
