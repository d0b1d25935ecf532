import { expect, test } from 'vitest'
import { checkClock } from '@/lib/proof/checks/clock'
import type { CheckScope, Found } from '@/lib/proof/scope'

const ours = new Date('2026-11-25T08:00:00.000Z')
const ago = (seconds: number) => new Date(ours.getTime() - seconds * 1000)

function scopeWith(environment: number | undefined, authority: number | undefined): CheckScope {
  const headers = environment === undefined ? {} : { date: ago(environment).toUTCString() }
  const challenge = { headers } as Found['challenge']
  return {
    subject: {
      environmentUrl: 'https://contoso-uat.practice.localhost',
      cloud: 'practice',
      authorityOrigin: 'https://login.practice.localhost',
      tenantId: null,
      clientId: null,
      credential: null,
    },
    found: {
      challenge,
      challengedAt: ours,
      ...(authority !== undefined && { authorityClock: { theirs: ago(authority), ours } }),
    },
    now: () => ours,
    signal: new AbortController().signal,
    tries: 1,
    keeper: { onMint: async () => undefined, onMintFailed: async () => undefined },
  }
}

test.each([
  ['none tells', undefined, undefined, 'skipped', /tells its time/],
  ['both agree', 1, 2, 'passed', /agree/],
  ['a minute is the limit', 60, -60, 'passed', /agree/],
  ['only Entra tells, and is apart', undefined, 95, 'warned', /95 s ahead of Microsoft Entra ID/],
  ['the environment is apart', -70, 3, 'warned', /70 s behind the environment/],
  ['the worse of two counts', 70, 400, 'warned', /400 s ahead of Microsoft Entra ID/],
] as const)('%s', async (...[, environment, authority, verdict, says]) => {
  const outcome = await checkClock(scopeWith(environment, authority))
  expect(outcome.verdict).toBe(verdict)
  const said = 'diagnosis' in outcome ? outcome.diagnosis.cause : outcome.summary
  expect(said).toMatch(says)
})
