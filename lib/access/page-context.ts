import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { authorize, type Target } from '@/lib/access/authorize'
import { AccessError } from '@/lib/access/errors'
import { pathHeader } from '@/lib/access/path-header'
import { addressOf } from '@/lib/access/request-from'
import { getSignedIn, toActor } from '@/lib/access/session'
import type { SignedIn } from '@/lib/access/signed-in'
import type { Action } from '@/lib/contract/rights'
import type { Context } from '@/lib/log/context'
import { log } from '@/lib/log/log'

/** The signed-in person of the page being rendered; everybody else is sent to the sign-in page. */
export const requirePagePerson = cache(async (): Promise<SignedIn> => {
  const sent = await headers()
  const person = await getSignedIn(sent)
  if (!person) redirect(signInPath(sent.get(pathHeader)))
  return person
})

/**
 * What a page hands to the capabilities that it reads from, once `action` is allowed. Who may not
 * gets the not-found page: what somebody may not open is not there for them.
 */
export async function requirePageContext(action: Action, target: Target = {}): Promise<Context> {
  const person = await requirePagePerson()
  const requestId = crypto.randomUUID()
  const from = addressOf(await headers())
  const ctx: Context = {
    actor: toActor(person),
    rights: person.rights,
    now: () => new Date(),
    // A page reads its own database, which answers or fails by itself; nothing here waits upstream.
    signal: new AbortController().signal,
    log: log().child({ requestId }),
    requestId,
    ...(from === undefined ? {} : { from }),
  }
  await authorize(ctx, action, target).catch((error: unknown) => {
    if (error instanceof AccessError) notFound()
    throw error
  })
  return ctx
}

function signInPath(path: string | null): string {
  return path === null || path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`
}
