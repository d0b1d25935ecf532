import { TokenError } from '@/lib/entra/errors'
import { type AccessToken, getToken, type TokenRequest } from '@/lib/entra/get-token'

/** An F&O environment with the means to be let in. */
export type Environment = Readonly<{
  /** https, lower case, no trailing slash, no path. */
  origin: string
  now: () => Date
  /** A token that is good now; `replaces` is one that the environment refused. */
  token: (options: Readonly<{ signal: AbortSignal; replaces?: string }>) => Promise<AccessToken>
  /** Told of the status of every answer, also of those that are tried again. */
  onAnswer?: (status: number) => void
}>

export type EnvironmentAccess = TokenRequest & Readonly<{ environmentUrl: string }>

export type EnvironmentHooks = Readonly<{
  now: () => Date
  /** Awaited once for each mint, however many callers waited for it. */
  onMint?: (token: AccessToken) => void | Promise<void>
  onMintFailed?: (error: TokenError) => void | Promise<void>
  onAnswer?: (status: number) => void
}>

/** One mint may fail for many callers at once; each failure is told of once. */
const told = new WeakSet<TokenError>()

/** Makes the environment of a connection callable. Nothing is sent yet. */
export function openEnvironment(access: EnvironmentAccess, hooks: EnvironmentHooks): Environment {
  const { environmentUrl, ...request } = access
  return {
    origin: new URL(environmentUrl).origin,
    now: hooks.now,
    ...(hooks.onAnswer && { onAnswer: hooks.onAnswer }),
    token: async (options) => {
      const token = await getToken(request, { ...options, now: hooks.now }).catch(
        async (error: unknown) => {
          if (error instanceof TokenError && !told.has(error)) {
            told.add(error)
            await hooks.onMintFailed?.(error)
          }
          throw error
        },
      )
      if (token.fresh) await hooks.onMint?.(token)
      return token
    },
  }
}
