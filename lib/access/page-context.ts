import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { pathHeader } from '@/lib/access/path-header'
import { getSignedIn, toActor } from '@/lib/access/session'
import type { SignedIn } from '@/lib/access/signed-in'
import type { Context } from '@/lib/log/context'
import { log } from '@/lib/log/log'

/** The signed-in person of the page being rendered; everybody else is sent to the sign-in page. */
export const requirePagePerson = cache(async (): Promise<SignedIn> => {
  const sent = await headers()
  const person = await getSignedIn(sent)
  if (!person) redirect(signInPath(sent.get(pathHeader)))
  return person
})

/** What a page hands to the capabilities that it reads from. */
export async function requirePageContext(): Promise<Context> {
  const person = await requirePagePerson()
  const requestId = crypto.randomUUID()
  return {
    actor: toActor(person),
    now: () => new Date(),
    // A page reads its own database, which answers or fails by itself; nothing here waits upstream.
    signal: new AbortController().signal,
    log: log().child({ requestId }),
    requestId,
  }
}

function signInPath(path: string | null): string {
  return path === null || path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`
}
