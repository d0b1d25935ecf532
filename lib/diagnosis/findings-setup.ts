import type { FindingTexts } from '@/lib/diagnosis/rule'

/** What the chain finds about the address, the tenant and the certificate, before any sign-in. */
export const setupFindings = {
  'proof.address-unusable': {
    step: 'credentials',
    title: 'The address is not one of a Finance & Operations environment',
    cause: 'What was given cannot be used as one. {reason}',
    fix: ['{hint}'],
    who: 'developer',
    links: ['finops-environments'],
  },
  'proof.not-finops': {
    step: 'credentials',
    title: 'The host does not answer as Finance & Operations does',
    cause:
      'A caller without a token should be answered 401 with a challenge, and something else came: {answer}.',
    fix: ['Open the environment in a browser and copy its address from there.'],
    who: 'developer',
    confidence: 'likely',
  },
  'proof.missing-tenant': {
    step: 'credentials',
    title: 'The tenant is not filled in yet',
    cause: 'Without a tenant there is nobody to ask for a token.',
    fix: ['Copy the Directory (tenant) ID from the overview of the app and save it here.'],
    who: 'developer',
    links: ['app-overview'],
  },
  'proof.missing-client': {
    step: 'register',
    title: 'The client id is not filled in yet',
    cause: 'The app may exist already, but this connection does not know which one it is.',
    fix: [
      'Register the app in Microsoft Entra ID, if that has not been done.',
      'Copy the Application (client) ID from its overview and save it here.',
    ],
    who: 'developer',
    links: ['new-registration', 'app-overview'],
  },
  'proof.missing-authority': {
    step: 'credentials',
    title: 'The sign-in authority is not filled in',
    cause: 'The connection is set to a custom authority, but none is named.',
    fix: ['Name the origin of the authority, or choose one of Microsoft’s clouds.'],
    who: 'developer',
  },
  'proof.tenant-differs': {
    step: 'credentials',
    title: 'The environment belongs to another tenant',
    cause:
      'The environment sends callers to tenant {environmentTenantId}, but this connection signs in to another one ({tenantId}). Finance & Operations refuses tokens of any other tenant.',
    fix: [
      'Set the tenant of this connection to {environmentTenantId}.',
      'Register the app in that tenant, if it is not there yet.',
    ],
    who: 'developer',
    links: ['tenant-overview', 'app-registrations'],
  },
  'proof.tls-inspected': {
    step: null,
    title: 'A proxy opens the encrypted connection on the way',
    cause:
      'The certificate was issued by {issuer}, an authority that was added on this machine, and not by one that Microsoft uses. It works, and whoever runs {inspector} can read tokens and secrets as they pass.',
    fix: [
      'Have the host exempted from inspection, and that of the sign-in service too.',
      'If that is not to be had, make sure that the one who inspects keeps no bodies and headers.',
    ],
    who: 'network-admin',
    confidence: 'likely',
  },
  'proof.tls-unusual-issuer': {
    step: null,
    title: 'The certificate is from an authority that Microsoft is not known to use',
    cause:
      'It was issued by {issuer}. It is trusted, and Microsoft may have changed its authority; but something else might answer under this name.',
    fix: ['Look at the certificate in a browser on another network: it should be the same one.'],
    who: 'network-admin',
    confidence: 'possible',
  },
  'proof.tls-expiring': {
    step: null,
    title: 'The TLS certificate expires in {days}',
    cause: 'It is valid until {date}. Every call fails once it has expired.',
    fix: [
      'On a Microsoft-run environment wait: Microsoft renews it.',
      'On a machine of your own renew the certificate now.',
    ],
    who: 'network-admin',
    confidence: 'likely',
  },
} as const satisfies FindingTexts
