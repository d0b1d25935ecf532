import type { Metadata } from 'next'
import { JoinForm } from '@/components/access/join-form'
import { paths } from '@/components/shell/paths'
import { Callout } from '@/components/ui/callout'
import { findInvitation } from '@/lib/access/invitations'

export const metadata: Metadata = { title: 'Join' }

type Props = Readonly<{ searchParams: Promise<{ token?: string | string[] }> }>

export default async function JoinPage({ searchParams }: Props) {
  const { token } = await searchParams
  const name = typeof token === 'string' ? await findInvitation(token, new Date()) : undefined
  return (
    <>
      <h1 className="text-2xl font-semibold">Join Fivestep</h1>
      {typeof token === 'string' && name !== undefined ? (
        <JoinForm token={token} name={name} home={paths.connections()} />
      ) : (
        <Callout tone="warning" title="This invitation does not work">
          It works once and for a few days. Ask whoever sent it for a new one.
        </Callout>
      )}
    </>
  )
}
