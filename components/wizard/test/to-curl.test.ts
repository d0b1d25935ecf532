import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { type CurlFacts, toReadCurl, toTokenCurl } from '@/components/wizard/test/to-curl'

const facts: CurlFacts = {
  authorityOrigin: 'https://login.practice.localhost',
  tenantId: 'contoso.onmicrosoft.com',
  clientId: '11111111-2222-3333-4444-555555555555',
  environmentUrl: 'https://contoso-uat.practice.localhost',
  entitySet: 'CustomersV3',
  top: 5,
}

/** What a shell hands to the program that stands in for curl. */
function shellWords(command: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)
}

test('a shell reads the token call as the form that Entra expects', () => {
  expect(shellWords(toTokenCurl(facts))).toEqual([
    'https://login.practice.localhost/contoso.onmicrosoft.com/oauth2/v2.0/token',
    '--data-urlencode',
    'grant_type=client_credentials',
    '--data-urlencode',
    'client_id=11111111-2222-3333-4444-555555555555',
    '--data-urlencode',
    'client_secret=<your secret value>',
    '--data-urlencode',
    'scope=https://contoso-uat.practice.localhost/.default',
  ])
})

test('a shell leaves the dollar of $top alone', () => {
  expect(shellWords(toReadCurl(facts))).toEqual([
    'https://contoso-uat.practice.localhost/data/CustomersV3?$top=5',
    '-H',
    'Authorization: Bearer <access_token>',
    '-H',
    'Accept: application/json',
  ])
})

test.each(["it's", "'; rm -rf /; '", '$(id)', '`id`'])('a name like %s runs nothing', (name) => {
  const words = shellWords(toTokenCurl({ ...facts, clientId: name }))
  expect(words[4]).toBe(`client_id=${name}`)
  expect(words).toHaveLength(9)
})
