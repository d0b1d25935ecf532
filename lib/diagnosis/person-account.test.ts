import { describe, expect, test } from 'vitest'
import { signOfPerson, type UserFacts } from '@/lib/diagnosis/person-account'

const facts = (user: Partial<UserFacts>): UserFacts => ({
  userId: 'U1',
  isExternal: false,
  ...user,
})

describe('a user is taken for a person’s account', () => {
  test.each([
    ['with a person record behind it', { person: 'Julia Funderburk' }, 'likely'],
    ['by a sign-in of two names', { alias: 'anna.berg@contoso.com' }, 'possible'],
    ['by a name of two words', { name: 'Anna Berg' }, 'possible'],
    ['by a name with an initial', { name: 'Anna M. Berg' }, 'possible'],
    ['by letters of any language', { alias: 'søren.møller@contoso.com' }, 'possible'],
    ['from outside', { isExternal: true, alias: 'a1@partner.com' }, 'possible'],
    ['never when its id names a service', { userId: 'svc-odata', person: 'Anna Berg' }, undefined],
    ['never when its name does', { name: 'Integration Service Account' }, undefined],
    ['never when its sign-in does', { alias: 'erp.integration@contoso.com' }, undefined],
    ['never when its person does', { person: 'OData Integration' }, undefined],
    [
      'not by one bare word',
      { name: 'ODataIntegration', alias: 'warehouse@contoso.com' },
      undefined,
    ],
    ['not when nothing is known', {}, undefined],
    ['not by words that only hold a service word', { name: 'Anna Tappert' }, 'possible'],
  ] as const)('%s', (_how, user, sign) => {
    expect(signOfPerson(facts(user))).toBe(sign)
  })
})
