import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SlipOthers } from '@/lib/steps/slip'
import { findSlips, type SlipField } from '@/lib/steps/slips'

const tenantId = 'b7d1f0a2-5c3e-4f6a-9b8d-2e4c6a8f0b12'
const clientId = '3f2c9a10-7b1d-4c55-8e21-90ab12cd34ef'
const otherId = '5d0e8c44-19f3-4a7e-b6c2-6f1d2e3a4b5c'
const secret = 'abC8Q~dEfGhIjKlMnOpQrStUvWxYz0123456789_'
const others: SlipOthers = { tenantId, clientId, challengeTenantId: tenantId, objectIds: [otherId] }

type Case = [value: string, code: string, known?: SlipOthers, meant?: string]

const codes = (field: SlipField, value: string, known: SlipOthers = others) =>
  findSlips({ field, value, others: known }).map((slip) => slip.code)

const suggestion = (field: SlipField, value: string, known: SlipOthers = others) =>
  findSlips({ field, value, others: known })[0]?.suggestion

describe('the secret', () => {
  test.each<Case>([
    [otherId, 'secret_is_secret_id'],
    [otherId.toUpperCase(), 'secret_is_secret_id'],
    [`"${otherId}"`, 'secret_is_secret_id'],
    [clientId, 'secret_is_client_id'],
    [tenantId, 'secret_is_tenant_id'],
    [` ${secret}`, 'spaces_around', others, secret],
    [`${secret}\n`, 'spaces_around', others, secret],
    [`"${secret}"`, 'quotes_around', others, secret],
    [`Value: ${secret}`, 'secret_has_label', others, secret],
    [`client_secret=${secret}`, 'secret_has_label', others, secret],
    [`${secret.slice(0, 20)}\n${secret.slice(20)}`, 'whitespace_inside', others, secret],
    ['abC••••••••••••••••••', 'secret_is_hidden'],
    ['abC******************', 'secret_is_hidden'],
    [encodeURIComponent(secret).replace('~', '%7E'), 'secret_is_encoded', others, secret],
    ['abc%2Bdef%3Dghijklmnop', 'secret_is_encoded', others, 'abc+def=ghijklmnop'],
    ['short', 'secret_too_short'],
    ['<client-secret>', 'placeholder'],
    ['{{client_secret}}', 'placeholder'],
    ['your-client-secret', 'placeholder'],
    ['CLIENT_SECRET', 'placeholder'],
    ['xxxxxxxx', 'placeholder'],
    ['eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJ4In0.sig', 'secret_is_token'],
    ['-----BEGIN PRIVATE KEY-----\nMIIE', 'secret_is_certificate'],
    ['A1B2C3D4E5F60718293A4B5C6D7E8F9001122334', 'secret_is_thumbprint'],
    ['https://vault.example/secrets/x', 'secret_is_reference'],
    ['@Microsoft.KeyVault(SecretUri=https://v)', 'secret_is_reference'],
  ])('%s is told as %s', (...[value, code, known = others, meant]) => {
    expect(codes('secret', value, known)).toContain(code)
    if (meant !== undefined) expect(suggestion('secret', value, known)).toBe(meant)
  })

  test.each([secret, 'Zx9+/AbCdEfGhIjKlMnOpQrStUvWxYz01234567=', '100%real-secret-value-here'])(
    '%s is let through',
    (value) => expect(codes('secret', value)).toEqual([]),
  )

  test('no message repeats the secret', () => {
    for (const value of [` ${secret}`, `"${secret}"`, `Value: ${secret}`]) {
      const told = findSlips({ field: 'secret', value, others })
      expect(told.map((slip) => slip.message + slip.fix).join(' ')).not.toContain(secret)
    }
  })
})

describe('the client id', () => {
  test.each<Case>([
    [tenantId, 'client_id_is_tenant_id', { challengeTenantId: tenantId }],
    [tenantId, 'ids_equal', { tenantId }],
    [tenantId, 'ids_swapped', { tenantId: clientId, challengeTenantId: tenantId }, clientId],
    [otherId, 'client_id_is_object_id'],
    [`Object ID ${otherId}`, 'client_id_is_object_id'],
    [
      `Application (client) ID\n${clientId}\nObject ID\n${otherId}`,
      'id_has_label',
      others,
      clientId,
    ],
    [
      `Object ID : ${otherId} Application (client) ID : ${clientId}`,
      'id_has_label',
      others,
      clientId,
    ],
    ['00000015-0000-0000-c000-000000000000', 'client_id_is_microsofts'],
    ['00000000-0000-0000-0000-000000000000', 'placeholder'],
    ['contoso.onmicrosoft.com', 'client_id_is_domain'],
    ['ann@contoso.com', 'client_id_is_domain'],
    ['https://contoso.com/app', 'client_id_is_domain'],
    [`api://${clientId}`, 'client_id_is_uri', others, clientId],
    [secret, 'client_id_is_secret'],
    ['ODataIntegration', 'client_id_not_guid'],
    [clientId.slice(1), 'client_id_not_guid'],
    ['<client-id>', 'placeholder'],
    ['your-client-id', 'placeholder'],
    [`{${clientId}}`, 'quotes_around', others, clientId],
    [` ${clientId}`, 'spaces_around', others, clientId],
  ])('%s is told as %s', (...[value, code, known = others, meant]) => {
    expect(codes('clientId', value, known)).toEqual([code])
    if (meant !== undefined) expect(suggestion('clientId', value, known)).toBe(meant)
  })

  test('the right one is let through', () => {
    expect(codes('clientId', clientId)).toEqual([])
    expect(codes('clientId', clientId.toUpperCase())).toEqual([])
  })
})

describe('the tenant', () => {
  test.each<Case>([
    ['common', 'tenant_is_common'],
    ['organizations', 'tenant_is_common'],
    ['ann@contoso.com', 'tenant_is_email', {}, 'contoso.com'],
    [`https://login.microsoftonline.com/${tenantId}/v2.0`, 'tenant_is_url', {}, tenantId],
    [clientId, 'ids_equal', others, tenantId],
    [clientId, 'ids_swapped', { clientId: tenantId, challengeTenantId: tenantId }, tenantId],
    [otherId, 'tenant_not_the_environments', others, tenantId],
    ['contoso', 'tenant_not_valid'],
    ['<tenant-id>', 'placeholder'],
    [`Directory (tenant) ID : ${tenantId}`, 'id_has_label', others, tenantId],
  ])('%s is told as %s', (...[value, code, known = {}, meant]) => {
    expect(codes('tenantId', value, known)).toEqual([code])
    if (meant !== undefined) expect(suggestion('tenantId', value, known)).toBe(meant)
  })

  test.each([tenantId, tenantId.toUpperCase(), 'contoso.onmicrosoft.com', 'contoso.com'])(
    '%s is let through',
    (value) => expect(codes('tenantId', value)).toEqual([]),
  )
})

describe('the resource', () => {
  const right = 'https://contoso.operations.dynamics.com'
  test.each([
    [`${right}/`, 'resource_has_slash'],
    [`${right}/data`, 'resource_has_data'],
    [`${right}/data/Customers?$top=1`, 'resource_has_data'],
    [`${right}/.default`, 'resource_is_scope'],
    [`${right}//.default`, 'resource_is_scope'],
    ['https://Contoso.operations.dynamics.com', 'resource_has_capitals'],
    ['http://contoso.operations.dynamics.com', 'resource_not_https'],
    ['contoso.operations.dynamics.com', 'resource_has_more'],
  ])('%s is told as %s and mended', (value, code) => {
    expect(codes('resource', value)).toEqual([code])
    expect(suggestion('resource', value)).toBe(right)
  })

  test.each([right, '00000015-0000-0000-c000-000000000000'])('%s is let through', (value) =>
    expect(codes('resource', value)).toEqual([]),
  )
})

test('the environment is told apart from Dataverse while it is typed', () => {
  expect(codes('environmentUrl', 'https://contoso.crm.dynamics.com')).toEqual(['dataverse'])
  expect(codes('environmentUrl', 'https://contoso.operations.dynamics.com/?cmp=x')).toEqual([])
})

test('any text in any field gives an answer', () => {
  const fields = fc.constantFrom<SlipField>(
    'environmentUrl',
    'tenantId',
    'clientId',
    'secret',
    'resource',
  )
  fc.assert(
    fc.property(fields, fc.string({ unit: 'binary' }), (field, value) => {
      for (const slip of findSlips({ field, value })) expect(slip.fix).not.toBe('')
    }),
  )
})
