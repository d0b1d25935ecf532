import { describe, expect, test } from 'vitest'
import { checkEgress } from '@/lib/http/egress'
import { resolveTarget } from '@/lib/http/resolve'

const refusal = expect.objectContaining({ code: 'egress_refused', phase: 'policy' })

describe('the egress policy', () => {
  test.each([
    'https://login.microsoftonline.com/tenant/oauth2/v2.0/token',
    'https://LOGIN.MICROSOFTONLINE.US/',
    'https://login.partner.microsoftonline.cn/',
    'https://login.chinacloudapi.cn/',
    'https://login.windows.net:443/',
    'https://graph.microsoft.com/v1.0/applications',
    'https://graph.microsoft.us/',
    'https://microsoftgraph.chinacloudapi.cn/',
    'https://api.bap.microsoft.com/',
    'https://contoso.operations.dynamics.com/data',
    'https://contoso.sandbox.operations.eu.dynamics.com/',
    'https://contoso.cloudax.dynamics.com/',
    'https://usnconeboxax1aos.cloud.onebox.dynamics.com/',
    'https://contoso.operations.dynamics.cn/',
  ])('lets %s through as one of Microsoft', (url) => {
    expect(checkEgress(url, [])).toMatchObject({ kind: 'microsoft', port: 443 })
  })

  test.each([
    ['plain http', 'http://login.microsoftonline.com/'],
    ['another scheme', 'ftp://login.microsoftonline.com/'],
    ['a user name', 'https://me@login.microsoftonline.com/'],
    ['a password', 'https://me:pw@login.microsoftonline.com/'],
    ['Microsoft as a user name', 'https://login.microsoftonline.com@evil.example/'],
    ['Microsoft as a prefix', 'https://login.microsoftonline.com.evil.example/'],
    ['Microsoft as a suffix without a dot', 'https://evildynamics.com/'],
    ['the bare domain of a wildcard', 'https://dynamics.com/'],
    ['a host with a trailing dot', 'https://login.microsoftonline.com./'],
    ['a backslash for a slash', 'https://evil.example\\@login.microsoftonline.com/'],
    ['another host', 'https://example.com/'],
    ['an odd port of Microsoft', 'https://login.microsoftonline.com:8443/'],
    ['an odd port of the practice tenant', 'https://login.practice.localhost:8443/'],
    ['loopback', 'https://127.0.0.1/'],
    ['loopback in decimal', 'https://2130706433/'],
    ['loopback in hex', 'https://0x7f000001/'],
    ['loopback in octal', 'https://0177.0.0.1/'],
    ['loopback in short', 'https://127.1/'],
    ['loopback by name', 'https://localhost/'],
    ['the metadata service', 'https://169.254.169.254/'],
    ['IPv6 loopback', 'https://[::1]/'],
    ['a mapped address', 'https://[::ffff:10.0.0.1]/'],
    ['a public address', 'https://20.190.159.0/'],
    ['no URL', 'login.microsoftonline.com'],
    ['nothing', ''],
    ['the practice domain itself', 'https://practice.localhost/'],
    ['a look-alike of the practice tenant', 'https://evilpractice.localhost/'],
  ])('refuses %s', (_what, url) => {
    expect(() => checkEgress(url, [])).toThrow(refusal)
  })

  test.each([
    ['aos.corp.example', 'https://aos.corp.example/'],
    ['aos.corp.example:8443', 'https://aos.corp.example:8443/'],
    ['*.corp.example', 'https://a.b.corp.example/'],
    ['*.corp.example:8443', 'https://aos.corp.example:8443/'],
    ['10.1.2.3', 'https://10.1.2.3/'],
    ['127.0.0.1:8443', 'https://127.0.0.1:8443/'],
    ['[::1]:8443', 'https://[::1]:8443/'],
    ['[::1]', 'https://[::1]/'],
    ['login.microsoftonline.com:8443', 'https://login.microsoftonline.com:8443/'],
  ])('lets through what %s names: %s', (entry, url) => {
    expect(checkEgress(url, [entry])).toMatchObject({ kind: 'allowed' })
  })

  test.each([
    ['aos.corp.example', 'https://aos.corp.example:8443/'],
    ['aos.corp.example:8443', 'https://aos.corp.example/'],
    ['*.corp.example', 'https://corp.example/'],
    ['*.corp.example', 'https://evilcorp.example/'],
    ['*', 'https://evil.example/'],
    ['*.', 'https://evil.example/'],
    ['corp.example', 'https://aos.corp.example/'],
    ['127.0.0.1:8443', 'http://127.0.0.1:8443/'],
    ['aos.corp.example', 'https://me:pw@aos.corp.example/'],
  ])('does not take %s for leave to call %s', (entry, url) => {
    expect(() => checkEgress(url, [entry])).toThrow(refusal)
  })

  test('says what to add to permit a host', () => {
    expect(() => checkEgress('https://aos.corp.example:8443/', [])).toThrow(
      'add aos.corp.example:8443 to FIVESTEP_EGRESS_ALLOW',
    )
  })
})

describe('the addresses of a host', () => {
  const microsoft = checkEgress('https://contoso.operations.dynamics.com/', [])
  const answering =
    (...addresses: string[]) =>
    async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

  test.each([
    '10.0.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '198.18.0.1',
    '::1',
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'fd00::1',
    'ff02::1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '64:ff9b::10.0.0.1',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2001:db8::1',
  ])('are refused when one of them is %s, whatever the others are', async (address) => {
    const lookup = answering('20.190.159.0', address)
    await expect(resolveTarget(microsoft, lookup)).rejects.toThrow(refusal)
    await expect(resolveTarget(microsoft, lookup)).rejects.toThrow(address)
  })

  test.each([
    '20.190.159.0',
    '172.32.0.1',
    '100.128.0.1',
    '2603:1030::1',
    '::ffff:20.190.159.0',
    '64:ff9b::14be:9f00',
  ])('are let through when they are of the open internet: %s', async (address) => {
    const [answer] = await resolveTarget(microsoft, answering(address))
    expect(answer?.address).toBe(address)
  })

  test('may be private where the host is allowed by name', async () => {
    const allowed = checkEgress('https://aos.corp.example/', ['aos.corp.example'])
    expect(await resolveTarget(allowed, answering('10.0.0.1', 'fd00::1'))).toEqual([
      { address: '10.0.0.1', family: 4 },
      { address: 'fd00::1', family: 6 },
    ])
  })

  test.each([
    ['ENOTFOUND', 'dns_not_found'],
    ['EAI_AGAIN', 'dns_failed'],
  ])('that are not to be had are told: %s is %s', async (code, told) => {
    const failing = async () => {
      throw Object.assign(new Error(`getaddrinfo ${code}`), { code })
    }
    await expect(resolveTarget(microsoft, failing)).rejects.toMatchObject({
      code: told,
      phase: 'dns',
    })
  })
})
