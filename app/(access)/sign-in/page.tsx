import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { safeNext } from '@/components/access/safe-next'
import { SignInForm } from '@/components/access/sign-in-form'
import { paths } from '@/components/shell/paths'
import { Callout } from '@/components/ui/callout'
import { Code } from '@/components/ui/code'
import { getSignedIn } from '@/lib/access/session'
import { hasAdmin } from '@/lib/access/set-up-link'

export const metadata: Metadata = { title: 'Sign in' }

type Props = Readonly<{ searchParams: Promise<{ next?: string | string[] }> }>

export default async function SignInPage({ searchParams }: Props) {
  const { next } = await searchParams
  const target = safeNext(typeof next === 'string' ? next : undefined, paths.connections())
  if (await getSignedIn(await headers())) redirect(target)
  const ready = await hasAdmin()
  return (
    <>
      <h1 className="text-2xl font-semibold">Sign in</h1>
      {ready ? (
        <SignInForm next={target} />
      ) : (
        <Callout tone="info" title="Nobody can sign in yet">
          <p>
            This Fivestep has no admin. Open the one-time link that the server printed when it
            started; it leads to a page that begins with <Code>/set-up</Code>.
          </p>
        </Callout>
      )}
    </>
  )
}
