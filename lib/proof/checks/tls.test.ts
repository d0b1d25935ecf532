import { describe, expect, test } from 'vitest'
import type { TlsFacts } from '@/lib/http/reach'
import { concernOf } from '@/lib/proof/checks/tls'

const host = 'contoso.operations.dynamics.com'
const microsofts: TlsFacts = {
  subject: `*.operations.dynamics.com`,
  issuer: 'Microsoft Azure RSA TLS Issuing CA 07, Microsoft Corporation',
  issuers: [
    'Microsoft Azure RSA TLS Issuing CA 07, Microsoft Corporation',
    'DigiCert Global Root G2, DigiCert Inc',
  ],
  altNames: [],
  validFrom: new Date('2026-06-01T00:00:00Z'),
  validTo: new Date('2027-05-30T00:00:00Z'),
  fingerprint256: '00',
  protocol: 'TLSv1.3',
  cipher: 'TLS_AES_256_GCM_SHA384',
  daysLeft: 186,
  tookMs: 30,
  trustedBy: 'public',
}
const issued = (...issuers: string[]) => ({ issuer: issuers[0] ?? '', issuers })

describe('a certificate that is trusted is worth a warning', () => {
  test.each([
    ['not when it is Microsoft’s own', host, {}, undefined],
    ['when it ends soon', host, { daysLeft: 13 }, 'proof.tls-expiring'],
    [
      'when an added authority vouches for a host of Microsoft’s',
      host,
      { trustedBy: 'added', ...issued('Contoso Web Gateway') },
      'proof.tls-inspected',
    ],
    [
      'as inspected, though it ends soon too',
      host,
      { trustedBy: 'added', daysLeft: 5, ...issued('Zscaler Intermediate Root CA') },
      'proof.tls-inspected',
    ],
    [
      'when it names an inspecting product, whoever vouches for it',
      host,
      issued('Microsoft TMG HTTPS Inspection CA'),
      'proof.tls-inspected',
    ],
    [
      'when its public authority is not one of Microsoft’s',
      host,
      issued('R11, Let’s Encrypt', 'ISRG Root X1, Internet Security Research Group'),
      'proof.tls-unusual-issuer',
    ],
    [
      'not when an added authority vouches for a machine of one’s own',
      'aos.contoso.local',
      { trustedBy: 'added', ...issued('Contoso Root CA') },
      undefined,
    ],
    [
      'not on a one-box machine, which signs for itself',
      'usnconeboxax1aos.cloud.onebox.dynamics.com',
      { trustedBy: 'added', ...issued('usnconeboxax1aos') },
      undefined,
    ],
    [
      'not in the practice tenant',
      'contoso-uat.practice.localhost',
      { trustedBy: 'practice', ...issued('Fivestep practice authority') },
      undefined,
    ],
  ] as const)('%s', (...[, name, change, rule]) => {
    expect(concernOf(name, { ...microsofts, ...change })?.id).toBe(rule)
  })
})
