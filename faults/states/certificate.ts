import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type FaultState, warned } from '@/faults/state'
import { openFront } from '@/faults/world/front'
import type { World } from '@/faults/world/world'
import { setPracticeRoute } from '@/lib/http/practice-route'
import { issueLeaf } from '@/lib/sandbox/tls/issue'

/** A leaf lives for a year, so that one of 360 days ago has five left. */
const issuedAt = () => new Date(Date.now() - 360 * 86_400_000)

/** A certificate that is good today. */
export const certificateStates: readonly FaultState[] = [
  {
    id: 'network-certificate-ends-soon',
    broken: 'The certificate of the environment ends in five days',
    lane: 'process',
    breakIt: ({ world }) => ({ afterwards: () => showOldCertificate(world) }),
    truth: warned('tls', null, 'proof.tls-expiring'),
  },
]

async function showOldCertificate({ dir, practice, front }: World): Promise<() => Promise<void>> {
  const read = (name: string) => readFile(join(dir, 'practice', name), 'utf8')
  const authority = { certPem: await read('ca.pem'), keyPem: await read('ca-key.pem') }
  const old = await openFront(practice, await issueLeaf(authority, issuedAt()))
  const { caPem } = practice
  setPracticeRoute({ port: old.port, caPem })
  return async () => {
    setPracticeRoute({ port: front.port, caPem })
    await old.close()
  }
}
