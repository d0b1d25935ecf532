import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { type EgressTarget, refused } from '@/lib/http/egress'
import { isPublicAddress } from '@/lib/http/public-address'
import { toOutboundError } from '@/lib/http/to-outbound-error'

/** An address that the policy let through. */
export type CheckedAddress = Readonly<{ address: string; family: 4 | 6 }>

/** Asks the machine's resolver; given as an argument so that a test can own the answer. */
export type Lookup = (host: string) => Promise<readonly { address: string; family: number }[]>

const systemLookup: Lookup = (host) => lookup(host, { all: true, verbatim: true })

/**
 * Every address of `target`, each of them checked: the connection is made to these and to no
 * later answer of the resolver, so that a name cannot be moved inside after the check.
 *
 * @throws {OutboundError} `egress_refused` when one address is not of the open internet and the
 * host is not allowed by name; `dns_not_found`, `dns_failed`.
 */
export async function resolveTarget(
  target: EgressTarget,
  ask: Lookup = systemLookup,
): Promise<readonly CheckedAddress[]> {
  if (target.kind === 'practice') return [{ address: '127.0.0.1', family: 4 }]
  const literal = isIP(target.host)
  if (literal !== 0) return [{ address: target.host, family: literal === 6 ? 6 : 4 }]

  const answers = await ask(target.host).catch((error: unknown) => {
    throw toOutboundError(error, target.host, 'dns')
  })
  const inside = answers.find(({ address }) => !isPublicAddress(address))
  if (inside !== undefined && target.kind !== 'allowed') {
    const name = target.port === 443 ? target.host : `${target.host}:${target.port}`
    throw refused(
      target.host,
      `it resolves to ${inside.address}, which is no address of the open internet; add ${name} to FIVESTEP_EGRESS_ALLOW to permit it`,
    )
  }
  return answers.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }))
}
