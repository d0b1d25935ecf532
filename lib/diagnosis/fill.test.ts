import { describe, expect, test } from 'vitest'
import { toEvidence } from '@/lib/diagnosis/evidence'
import { type Failure, noTraceIds } from '@/lib/diagnosis/failure'
import { fill, fillWithWords } from '@/lib/diagnosis/fill'
import { allRules } from '@/lib/diagnosis/rules'

const failure: Failure = {
  where: 'authority',
  method: 'POST',
  url: 'https://login.microsoftonline.com/contoso/oauth2/v2.0/token',
  status: 401,
  code: 'AADSTS7000215',
  message: 'Said with a {clientId} in it',
  headers: {},
  bodyExcerpt: null,
  ids: noTraceIds,
  at: '2026-11-25T08:00:00.000Z',
  tookMs: 1,
}
const evidence = toEvidence(failure, {
  cloud: 'public',
  authorityOrigin: null,
  tenantId: 'contoso',
  clientId: null,
  environmentUrl: null,
})

describe('without a value a sentence still reads as one', () => {
  test.each([
    ['Entra knows the app {clientId} and refuses', 'Entra knows the app and refuses'],
    ['To act in tenant {tenantId} it needs', 'To act in the tenant it needs'],
    ['Entra knows no tenant {tenantId}', 'Entra knows no such tenant'],
    ['Add Client Id {clientId} there', 'Add the client id there'],
    ['scope={environmentUrl}/.default', 'scope=<environment’s address>/.default'],
    ['{host} sent it. {host} again', 'The host sent it. The host again'],
    ['There is no host called {host}', 'There is no host of that name'],
    ['It broke. It says: {message}', 'It broke.'],
    ['It says: {message}', 'The answer’s own words tell why.'],
    ['Finance & Operations says: {infolog}', 'The answer’s own words tell why.'],
  ])('%s', (text, worded) => expect(fillWithWords(text)).toBe(worded))
})

test('what is known is put in, the rest is put in words', () => {
  expect(fill('The app {clientId} of tenant {tenantId} at {host}', evidence)).toBe(
    'The app of tenant contoso at login.microsoftonline.com',
  )
})

test('braces in what others wrote stay as they are', () => {
  expect(fill('It says: {message}', evidence)).toBe('It says: Said with a {clientId} in it.')
})

test('a sentence whose place may be left out goes where nothing is known', () => {
  expect(fill('Ask {clientId?}.', evidence)).toBeUndefined()
  expect(fill('Ask {tenantId?}.', evidence)).toBe('Ask contoso.')
})

test('no rule says the same noun twice', () => {
  for (const { title, cause, fix } of allRules) {
    for (const text of [title, cause, ...fix]) {
      expect(fillWithWords(text)).not.toMatch(
        /\b(?:the|no) (?:the|a)\b|\b(\w{3,}) (?:the |an? )?\1\b/i,
      )
    }
  }
})
