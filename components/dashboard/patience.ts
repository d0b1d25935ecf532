import type { CredentialSummary } from '@/lib/contract/connection'

/** Entra takes up a new secret within this time, most often in seconds. */
const newSecretSeconds = 60

/**
 * Seconds that a proof of a connection waits for what may heal by itself. Somebody who presses a
 * button wants to know how it stands now; only a secret that was just saved gets the rest of its
 * first minute, as it does in the wizard.
 */
export function patienceSeconds(
  credential: Pick<CredentialSummary, 'addedAt'> | null,
  now: Date,
): number {
  if (credential === null) return 0
  const ageSeconds = (now.getTime() - Date.parse(credential.addedAt)) / 1000
  // A browser whose clock is behind the server's would wait for longer than is promised.
  return Math.round(Math.min(newSecretSeconds, Math.max(0, newSecretSeconds - ageSeconds)))
}
