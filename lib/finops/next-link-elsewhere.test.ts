import { expect, test } from 'vitest'
import type { Environment } from '@/lib/finops/environment'
import { nextLinkUrl } from '@/lib/finops/request-url'

const origin = 'https://contoso.operations.dynamics.com'
// Only what a link is compared with: nothing here mints or calls.
const environment = { origin, now: () => new Date() } as Environment

test.each([
  'https://evil.example/data/X',
  '//evil.example/data/X',
  '\\\\evil.example\\data\\X',
  '/\\evil.example/data/X',
  `${origin}@evil.example/data/X`,
  `${origin}:8443/data/X`,
  `${origin}.evil.example/data/X`,
  'https://user@contoso.operations.dynamics.com/data/X',
  'https://user:pw@contoso.operations.dynamics.com/data/X',
  'http://contoso.operations.dynamics.com/data/X',
  'https://other.operations.dynamics.com/data/X',
  'https://login.microsoftonline.com/data/X',
  'https://169.254.169.254/data/X',
  'https://[::ffff:169.254.169.254]/data/X',
  'file:///data/X',
  'javascript:alert(1)',
  `${origin}/api/services/X`,
  `${origin}/data/../api/services/X`,
  `${origin}/data/%2e%2e/api/services/X`,
  `${origin}/database/X`,
  '../../api/services/X',
  'https://',
])('the token does not go along to a next link such as %s', (link) => {
  expect(() => nextLinkUrl(environment, link)).toThrow(
    expect.objectContaining({ code: 'next_link_elsewhere' }),
  )
})

test.each([
  'CustomersV3?$skip=5',
  '/data/CustomersV3?$skip=5',
  `${origin}/data/CustomersV3?$skip=5`,
])('a next link of the environment itself is followed: %s', (link) => {
  expect(nextLinkUrl(environment, link)).toBe(`${origin}/data/CustomersV3?$skip=5`)
})
