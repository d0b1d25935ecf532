import { describe, expect, test } from 'vitest'
import { checkEgress } from '@/lib/http/egress'
import { isPublicAddress } from '@/lib/http/public-address'
import { resolveTarget } from '@/lib/http/resolve'

/*
 * The tricks of OWASP's "Server Side Request Forgery Prevention" and of the usual lists of bypasses,
 * each against the policy as a customer has it: nothing allowed beside Microsoft's hosts, and once
 * with a host of the customer's own, which must open that host alone.
 */

const refusal = expect.objectContaining({ code: 'egress_refused', phase: 'policy' })
const ownHost = ['aos.corp.example']

const loopback = [
  '127.0.0.1',
  '127.0.0.1:443',
  '127.1',
  '127.0.1',
  '127.127.127.127',
  '2130706433',
  '017700000001',
  '0177.0.0.1',
  '0177.0.0.01',
  '00000177.0.0.1',
  '0x7f.0.0.1',
  '0x7f000001',
  '0x7f.0x0.0x0.0x1',
  '0x7F.1',
  '127.0.0.1.',
  '0',
  '0.0.0.0',
  '0x0',
  'localhost',
  'LOCALHOST',
  'localhost.',
  'localhost.localdomain',
  'x.localhost',
  'ip6-localhost',
  '１２７.０.０.１',
  '①②⑦.⓪.⓪.①',
  '127。0。0。1',
  'ⓛⓞⓒⓐⓛⓗⓞⓢⓣ',
  '%31%32%37.0.0.1',
  '[::1]',
  '[::]',
  '[0:0:0:0:0:0:0:1]',
  '[0000::1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[0:0:0:0:0:ffff:127.0.0.1]',
  '[::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[2002:7f00:1::]',
  '127.0.0.1.nip.io',
  '127-0-0-1.sslip.io',
  'localtest.me',
  'lvh.me',
]

const inside = [
  '10.0.0.1',
  '172.16.0.1',
  '192.168.0.1',
  '100.64.0.1',
  '3232235521',
  '0300.0250.0.1',
  '0xc0.0xa8.0.1',
  '[fd00::1]',
  '[fe80::1]',
  '[::ffff:192.168.0.1]',
  '169.254.169.254',
  '2852039166',
  '0xa9fea9fe',
  '0251.0376.0251.0376',
  '0xA9.0xFE.0xA9.0xFE',
  '169.254.43518',
  '[::ffff:169.254.169.254]',
  '[::ffff:a9fe:a9fe]',
  '[fd00:ec2::254]',
  'metadata.google.internal',
  'metadata',
  'instance-data',
  '168.63.129.16',
  '169.254.170.2',
  '100.100.100.200',
  'kubernetes.default.svc',
]

const disguised = [
  ['a user before the host', 'https://login.microsoftonline.com@evil.example/'],
  ['a password before the host', 'https://login.microsoftonline.com:443@evil.example/'],
  ['two signs of a user', 'https://a@login.microsoftonline.com@evil.example/'],
  ['an encoded sign of a user', 'https://login.microsoftonline.com%40evil.example/'],
  ['a backslash', 'https://evil.example\\@login.microsoftonline.com/'],
  ['a backslash before a user', 'https://evil.example\\.login.microsoftonline.com/'],
  ['a fragment', 'https://evil.example#@login.microsoftonline.com/'],
  ['a fragment that hides the host', 'https://evil.example#.dynamics.com'],
  ['a query that hides the host', 'https://evil.example?.dynamics.com'],
  ['a path that hides the host', 'https://evil.example/.dynamics.com'],
  ['a semicolon', 'https://evil.example;.dynamics.com/'],
  ['a tab in the host', 'https://ev\til.example/'],
  ['a line break in the host', 'https://evil.exam\nple/'],
  ['a null byte', 'https://evil.example%00.dynamics.com/'],
  ['a space', 'https://evil.example .dynamics.com/'],
  ['a suffix without its dot', 'https://evildynamics.com/'],
  ['a longer domain', 'https://dynamics.com.evil.example/'],
  ['a longer domain of the allowed host', 'https://aos.corp.example.evil.example/'],
  ['a subdomain of the allowed host', 'https://x.aos.corp.example/'],
  ['a letter that looks like another', 'https://login.microsоftonline.com/'],
  ['the domain itself', 'https://dynamics.com/'],
  ['an empty label', 'https://.dynamics.com/'],
  ['an empty label inside', 'https://evil..dynamics.com/'],
  ['another port', 'https://login.microsoftonline.com:8443/'],
  ['port 0', 'https://login.microsoftonline.com:0/'],
  ['port 22', 'https://login.microsoftonline.com:22/'],
  ['a port beyond the last', 'https://login.microsoftonline.com:65979/'],
  ['another port of the allowed host', 'https://aos.corp.example:8443/'],
  ['plain http', 'http://login.microsoftonline.com/'],
  ['a file', 'file:///etc/passwd'],
  ['a file of a host', 'file://login.microsoftonline.com/etc/passwd'],
  ['gopher', 'gopher://127.0.0.1:6379/_INFO'],
  ['dict', 'dict://127.0.0.1:11211/stat'],
  ['ftp', 'ftp://login.microsoftonline.com/'],
  ['ldap', 'ldap://127.0.0.1:389/'],
  ['data', 'data:text/plain,x'],
  ['javascript', 'javascript:alert(1)'],
  ['jar', 'jar:https://login.microsoftonline.com!/'],
  ['netdoc', 'netdoc:///etc/passwd'],
  ['a websocket', 'wss://login.microsoftonline.com/'],
  ['unix sockets', 'unix:/var/run/docker.sock'],
  ['a relative address', '//evil.example/'],
  ['no host', 'https:///x'],
  ['an unclosed bracket', 'https://[::1/'],
  ['a zone', 'https://[fe80::1%25eth0]/'],
] as const

describe.each([
  ['nothing is allowed', [] as string[]],
  ['one host is allowed', ownHost],
])('where %s', (_what, allow) => {
  test.each([...loopback, ...inside])('no call goes to %s', (host) => {
    expect(() => checkEgress(`https://${host}/`, allow)).toThrow(refusal)
  })

  test.each(disguised)('%s leads nowhere', (_trick, url) => {
    expect(() => checkEgress(url, allow)).toThrow(refusal)
  })
})

test.each([
  'https:login.microsoftonline.com/x',
  'https:/login.microsoftonline.com/x',
  'https:\\\\login.microsoftonline.com\\x',
  'HTTPS://LOGIN.MICROSOFTONLINE.COM/x',
  'https://login.microsoftonline.com:0443/x',
  'https://login%2emicrosoftonline.com/x',
])('%s is the host that it is called as, and no other', (url) => {
  const target = checkEgress(url, [])
  expect(target.host).toBe('login.microsoftonline.com')
  expect(target.origin).toBe(new URL(url).origin)
})

describe('a name that is one of Microsoft’s', () => {
  const target = checkEgress('https://contoso.operations.dynamics.com/', [])

  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '168.63.129.16',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::a9fe:a9fe',
    '2002:a9fe:a9fe::',
    'fd00:ec2::254',
    'fe80::1%eth0',
    '0.0.0.0',
    '::ffff:0:127.0.0.1',
  ])('is not called where its name is moved to %s', async (address) => {
    const family = address.includes(':') ? 6 : 4
    await expect(resolveTarget(target, async () => [{ address, family }])).rejects.toThrow(refusal)
    expect(isPublicAddress(address)).toBe(false)
  })

  test('is called at the address that was checked, whatever the name is moved to after', async () => {
    const answers = ['20.190.159.0', '127.0.0.1']
    const ask = async () => [{ address: answers.shift() ?? '', family: 4 }]
    expect(await resolveTarget(target, ask)).toEqual([{ address: '20.190.159.0', family: 4 }])
    await expect(resolveTarget(target, ask)).rejects.toThrow(refusal)
  })
})
