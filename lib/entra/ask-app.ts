import { TokenError } from '@/lib/entra/errors'
import { requestToken } from '@/lib/entra/request-token'

export type AppQuestion = Readonly<{
  authorityOrigin: string
  tenantId: string
  clientId: string
  resource: string
  signal: AbortSignal
  now?: () => Date
}>

/** No secret that Entra makes looks like this. */
const wrongSecret = 'fivestep-asks-with-a-wrong-secret-on-purpose'

/**
 * Asks whether the tenant knows the app, before there is a secret: with a wrong one. An authority
 * looks for the app first, so that being told off for the secret proves that the app is there.
 *
 * @throws {TokenError} `app_unknown`, `app_disabled`, `tenant_unknown` and the like;
 * {@link OutboundError} `cancelled`.
 */
export async function askApp(question: AppQuestion): Promise<{ known: true }> {
  const { signal, now = () => new Date(), ...parameters } = question
  try {
    const credential = { kind: 'secret', secret: wrongSecret } as const
    await requestToken({ ...parameters, credential }, { signal, now })
  } catch (error) {
    if (!(error instanceof TokenError) || !provesApp(error)) throw error
  }
  return { known: true }
}

function provesApp({ code }: TokenError): boolean {
  return code === 'secret_wrong' || code === 'secret_expired' || code === 'secret_missing'
}
