import { expect, test } from 'vitest'
import { parseAt, parseNextLink, toAt } from '@/components/explorer/next-link'

test.each([
  [
    'https://contoso.operations.dynamics.com/data/CustomersV3?$skiptoken=dataAreaId-%27usmf%27',
    { path: 'CustomersV3', query: '$skiptoken=dataAreaId-%27usmf%27' },
  ],
  [
    'https://onprem.example/namespaces/AXSF/data/CustomersV3?$skip=10000&$top=5',
    { path: 'CustomersV3', query: '$skip=10000&$top=5' },
  ],
  ['CustomersV3?$skip=1', { path: 'CustomersV3', query: '$skip=1' }],
  [
    "https://h.example/data/SalesOrderHeadersV2(dataAreaId='usmf',N='1')/Lines?$skip=1",
    { path: "SalesOrderHeadersV2(dataAreaId='usmf',N='1')/Lines", query: '$skip=1' },
  ],
])('%s leads on', (link, request) => {
  expect(parseNextLink(link)).toEqual(request)
})

test.each([undefined, 'https://h.example/api/else?$skip=1', 'https://[', '/data'])(
  '%j leads nowhere',
  (link) => {
    expect(parseNextLink(link)).toBeUndefined()
  },
)

test('a request survives the way through the page address', () => {
  const request = { path: 'CustomersV3', query: '$skiptoken=A-%27b%26c%27&$top=5' }
  expect(parseAt(toAt(request))).toEqual(request)
})

test.each(['', '?', 'CustomersV3', '../../token?x=1', '%2e%2e/%2e%2e/token?x=1'])(
  '%j in the page address leads nowhere',
  (text) => {
    expect(parseAt(text)).toBeUndefined()
  },
)
