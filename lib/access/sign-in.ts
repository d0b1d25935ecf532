import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { auth } from '@/lib/access/auth'
import { forgetGuesses, requireFewGuesses } from '@/lib/access/guesses'
import { recordAudit } from '@/lib/audit/record'
import { database } from '@/lib/db/client'
import { user } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

/**
 * Opens a session for `email` and answers with its cookie.
 *
 * @param headers those of the request, for the address and the browser that the session remembers
 */
export async function signInWithPassword(
  headers: Headers,
  { email, password }: Readonly<{ email: string; password: string }>,
): Promise<Response> {
  const signedIn = await auth().api.signInEmail({
    body: { email, password },
    headers,
    asResponse: true,
  })
  const answer = Response.json({ email }, { status: signedIn.ok ? 201 : signedIn.status })
  for (const cookie of signedIn.headers.getSetCookie()) answer.headers.append('set-cookie', cookie)
  return answer
}

const Guess = z.object({ email: z.string().max(320) })

/**
 * Hands a sign-in with a password to the sign-in library, unless too many have failed for the
 * account, and writes down how it went. Of addresses without an account nothing is told.
 *
 * @throws {AccessError} `too_many_guesses`
 */
export async function signIn(ctx: Context, request: Request): Promise<Response> {
  const guess = Guess.safeParse(
    await request
      .clone()
      .json()
      .catch(() => undefined),
  )
  const email = guess.success ? guess.data.email.trim().toLowerCase() : ''
  await requireFewGuesses(email, ctx.now())
  const response = await auth().handler(request)
  if (response.ok) await forgetGuesses(email)
  await noteSignIn(ctx, email, response.ok)
  return response
}

async function noteSignIn(ctx: Context, email: string, isDone: boolean): Promise<void> {
  const [person] = await database().orm.select().from(user).where(eq(user.email, email))
  // Guesses of made-up addresses are for the log alone: anybody can send any number of them.
  if (!person) return ctx.log.warn({ from: ctx.from }, 'a sign-in of an unknown address failed')
  const named = isDone
    ? { ...ctx, actor: { kind: 'user', userId: person.id, name: person.name } as const }
    : ctx
  await database().orm.transaction((tx) =>
    recordAudit(tx, named, {
      action: 'access.sign-in',
      subject: person.id,
      detail: {},
      outcome: isDone ? 'done' : 'refused',
    }),
  )
}
