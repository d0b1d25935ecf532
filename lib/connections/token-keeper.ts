import { saveTokenState } from '@/lib/connections/token-state'
import type { Failure } from '@/lib/diagnosis/failure'
import type { Context } from '@/lib/log/context'

/** What is told of every mint for one connection; the value of the token is not among it. */
export type TokenKeeper = Readonly<{
  onMint(
    token: Readonly<{ mintedAt: Date; expiresAt: Date; claims: Record<string, unknown> }>,
  ): Promise<void>
  onMintFailed(error: Readonly<{ failure: Failure }>): Promise<void>
}>

/**
 * Keeps the token state of a connection up to date. A state that cannot be saved is logged and
 * stops nobody: the token is good all the same.
 */
export function tokenKeeper(ctx: Context, connectionId: string): TokenKeeper {
  const keep = async (state: Parameters<typeof saveTokenState>[2]) => {
    try {
      await saveTokenState(ctx, connectionId, state)
    } catch (error) {
      ctx.log.error({ err: error, connectionId }, 'the token state could not be saved')
    }
  }
  return {
    onMint: ({ mintedAt, expiresAt, claims }) => keep({ mintedAt, expiresAt, claims }),
    onMintFailed: ({ failure }) => keep({ failure }),
  }
}
