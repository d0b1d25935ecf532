import { type FaultState, failed, warned } from '@/faults/state'
import type { World } from '@/faults/world/world'
import { openVault, setVault, vault } from '@/lib/vault/vault'

const otherMasterKey = Buffer.alloc(32, 7).toString('base64')

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** What is wrong in Fivestep itself: what was filled in, what was stored, its key and its clock. */
export const ownSideStates: readonly FaultState[] = [
  {
    id: 'own-no-tenant',
    broken: 'No tenant is filled in',
    breakIt: () => ({ tenantId: null }),
    truth: failed('tenant', 'credentials', 'proof.missing-tenant'),
  },
  {
    id: 'own-no-client',
    broken: 'No client id is filled in',
    breakIt: () => ({ clientId: null }),
    truth: failed('app', 'register', 'proof.missing-client'),
  },
  {
    id: 'own-no-secret',
    broken: 'No secret is stored',
    breakIt: () => ({ secret: null }),
    truth: failed('credential', 'secret', 'proof.missing-secret'),
  },
  {
    id: 'own-secret-id',
    broken: 'The secret’s id is stored as the secret',
    breakIt: ({ app }) => ({ secret: app.secretId }),
    truth: failed('credential', 'secret', 'proof.secret-is-secret-id'),
  },
  {
    id: 'own-secret-client-id',
    broken: 'The client id is stored as the secret',
    breakIt: ({ app }) => ({ secret: app.app.clientId }),
    truth: failed('credential', 'secret', 'proof.secret-is-client-id'),
  },
  {
    id: 'own-secret-hidden',
    broken: 'The dots that the portal shows later are stored as the secret',
    breakIt: ({ app }) => ({ secret: `${app.secret.slice(0, 3)}******************` }),
    truth: failed('credential', 'secret', 'proof.secret-is-hidden'),
  },
  {
    id: 'own-secret-certificate',
    broken: 'A certificate is stored as the secret',
    breakIt: ({ world }) => ({ secret: world.leaf.cert }),
    truth: failed('credential', 'secret', 'proof.secret-is-certificate'),
  },
  {
    id: 'own-secret-reference',
    broken: 'A reference to a key vault is stored as the secret',
    breakIt: () => ({ secret: 'https://contoso.vault.azure.net/secrets/odata' }),
    truth: failed('credential', 'secret', 'proof.secret-is-reference'),
  },
  {
    id: 'own-secret-placeholder',
    broken: 'The placeholder of an example is stored as the secret',
    breakIt: () => ({ secret: '<your-client-secret>' }),
    truth: failed('credential', 'secret', 'proof.secret-is-placeholder'),
  },
  {
    id: 'own-master-key-wrong',
    broken: 'The server runs with another master key than the secret was sealed with',
    lane: 'process',
    breakIt: ({ world }) => ({ afterwards: () => openWithOtherKey(world) }),
    truth: failed('credential', 'secret', 'proof.secret-unreadable'),
  },
  {
    id: 'own-clock-ahead',
    broken: 'This server’s clock is an hour ahead',
    breakIt: () => ({ clockAheadSeconds: 3600 }),
    truth: warned('clock', null, 'proof.clock-skew'),
  },
  {
    id: 'own-clock-behind',
    broken: 'This server’s clock is three minutes behind',
    breakIt: () => ({ clockAheadSeconds: -180 }),
    truth: warned('clock', null, 'proof.clock-skew'),
  },
  {
    id: 'own-secret-ends-soon',
    broken: 'The secret ends in five days',
    breakIt: () => ({ expiresOn: inDays(5) }),
    truth: warned('credential', 'secret', 'proof.secret-expiring'),
  },
  {
    id: 'own-secret-noted-expired',
    broken: 'By the date that was noted the secret has ended, though Entra takes it',
    breakIt: () => ({ expiresOn: inDays(-3) }),
    truth: warned('credential', 'secret', 'proof.secret-noted-expired'),
  },
  {
    id: 'own-secret-long-lived',
    broken: 'The secret lives for two years',
    breakIt: () => ({ expiresOn: inDays(720) }),
    truth: warned('credential', 'secret', 'proof.secret-long-lived'),
  },
]

async function openWithOtherKey({ database, dir }: World): Promise<() => void> {
  const right = vault()
  setVault(await openVault(database, { dataDir: dir, masterKey: otherMasterKey }))
  return () => setVault(right)
}
