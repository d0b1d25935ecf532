import { FinopsRefusal } from '@/lib/sandbox/finops/http/answers'
import type { FinopsOptions, PracticeUser } from '@/lib/sandbox/types'

/** All that F&O tells a registered caller from an unregistered one by. */
const p3p = { p3p: 'CP="IDC DSP COR ADM DEVi TAIi PSA PSD IVAi IVDi CONi HIS OUR IND CNT"' }

/**
 * Who calls: the user that the app is mapped to by the environment's own registration.
 *
 * Without a good token the answer is 401 with a challenge that names the tenant. With a good token
 * of an app that is not registered, or that is mapped to a disabled or unknown user, it is 401
 * without a word, as F&O answers.
 *
 * @throws {FinopsRefusal} 401
 */
export async function authorise(request: Request, options: FinopsOptions): Promise<PracticeUser> {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  const token = await options.verifyToken(bearer, `https://${options.host}`)
  if (!token.ok) throw unauthenticated(options)
  const registration =
    token.objectId === undefined ? undefined : options.state.isRegistered(token.appId)
  const wanted = registration?.userId.toLowerCase()
  const user = options.state.users().find((known) => known.userId.toLowerCase() === wanted)
  if (!user?.enabled) throw new FinopsRefusal(401, '', p3p)
  return user
}

function unauthenticated({ authorityOrigin, tenantId }: FinopsOptions): FinopsRefusal {
  return new FinopsRefusal(401, '', {
    'www-authenticate': `Bearer authorization_uri="${authorityOrigin}/${tenantId}/oauth2/authorize"`,
  })
}
