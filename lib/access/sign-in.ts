import { auth } from '@/lib/access/auth'

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
