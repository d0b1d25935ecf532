import { expect, test } from 'vitest'
import { concernOf } from '@/lib/proof/checks/mapped-user'

test.each([
  ['Admin, above all else', { PersonName: 'Julia Funderburk' }, 'Admin', 3, 'proof.user-admin'],
  ['a person’s own account', { PersonName: 'Anna Berg' }, 'ABERG', 3, 'proof.user-is-person'],
  ['shared by several apps', { Alias: 'anna.berg@x.com' }, 'ABERG', 2, 'proof.user-shared'],
  ['perhaps a person’s', { Alias: 'anna.berg@x.com' }, 'ABERG', 1, 'proof.user-maybe-person'],
  ['perhaps a guest’s', { ExternalUser: 'Yes' }, 'EXT1', 1, 'proof.user-maybe-person'],
  ['a service account of its own', { UserName: 'OData service' }, 'SVC01', 1, undefined],
] as const)('a mapped user that is %s', (...[, row, userId, apps, rule]) => {
  expect(concernOf(row, { userId, apps })?.id).toBe(rule)
})
