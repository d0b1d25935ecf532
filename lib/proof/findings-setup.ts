import type { Finding } from '@/lib/proof/finding'

/** The address does not read as one, or is known to be something else. */
export function addressUnusable(reason: string, hint: string): Finding {
  return {
    rule: 'proof.address-unusable',
    step: 'credentials',
    title: 'The address is not one of a Finance & Operations environment',
    cause: reason,
    fix: [hint],
    who: 'developer',
  }
}

/** The host answered, but not as F&O does. */
export function answeredAsSomethingElse(what: string): Finding {
  return {
    rule: 'proof.not-finops',
    step: 'credentials',
    title: 'The host does not answer as Finance & Operations does',
    cause: `A caller without a token should be answered 401 with a challenge; this looked like: ${what.replaceAll('_', ' ')}.`,
    fix: ['Open the environment in a browser and copy its address from there.'],
    who: 'developer',
    confidence: 'likely',
  }
}

/** A connection without something that the check needs. */
export function notFilledIn(what: 'tenant' | 'client' | 'secret' | 'authority'): Finding {
  return { rule: `proof.missing-${what}`, who: 'developer', ...missing[what] }
}

const missing = {
  tenant: {
    step: 'credentials',
    title: 'The tenant is not filled in yet',
    cause: 'Without a tenant there is nobody to ask for a token.',
    fix: ['Copy the Directory (tenant) ID from the overview of the app and save it here.'],
    links: ['app-overview'],
  },
  client: {
    step: 'register',
    title: 'The client id is not filled in yet',
    cause: 'The app may exist already, but this connection does not know which one it is.',
    fix: [
      'Register the app in Microsoft Entra ID, if that has not been done.',
      'Copy the Application (client) ID from its overview and save it here.',
    ],
    links: ['new-registration', 'app-overview'],
  },
  secret: {
    step: 'secret',
    title: 'There is no secret yet',
    cause: 'The app has to prove itself to Entra, and this connection holds nothing to do it with.',
    fix: [
      'Make a client secret for the app.',
      'Copy its value, not its id, and save it here; the value is shown only once.',
    ],
    links: ['app-secrets'],
  },
  authority: {
    step: 'credentials',
    title: 'The sign-in authority is not filled in',
    cause: 'The connection is set to a custom authority, but none is named.',
    fix: ['Name the origin of the authority, or choose one of Microsoft’s clouds.'],
    links: [],
  },
} as const satisfies Record<string, Omit<Finding, 'rule' | 'who'>>

/** The vault cannot open the secret: the master key is another one, or gone. */
export function secretUnreadable(): Finding {
  return {
    rule: 'proof.secret-unreadable',
    step: 'secret',
    title: 'The stored secret cannot be opened',
    cause: 'The master key of this server does not fit the stored secret. Nothing was destroyed.',
    fix: [
      'Start the server with the master key that it had when the secret was saved.',
      'Where that key is lost: save the secret once more.',
    ],
    who: 'developer',
  }
}

/** What is stored as the secret is visibly something else, such as the secret's id. */
export function secretIsNone(
  slip: Readonly<{ code: string; message: string; fix: string }>,
): Finding {
  return {
    rule: `proof.${slip.code.replaceAll('_', '-')}`,
    step: 'secret',
    title: 'What is stored as the secret is not one',
    cause: slip.message,
    fix: [slip.fix, 'Save it here in place of the stored one.'],
    who: 'developer',
    links: ['app-secrets'],
  }
}

/** The environment names another tenant than the connection. */
export function tenantDiffers(named: string, configured: string): Finding {
  return {
    rule: 'proof.tenant-differs',
    step: 'credentials',
    title: 'The environment belongs to another tenant',
    cause: `The environment sends callers to tenant ${named}, but this connection signs in to ${configured}. Finance & Operations refuses tokens of any other tenant.`,
    fix: [
      `Set the tenant of this connection to ${named}.`,
      'Register the app in that tenant, if it is not there yet.',
    ],
    who: 'developer',
    links: ['tenant-overview', 'app-registrations'],
  }
}

/** The certificate of the environment ends soon. */
export function certificateExpiring(daysLeft: number, validTo: string): Finding {
  return {
    rule: 'proof.tls-expiring',
    step: null,
    title: `The TLS certificate expires in ${days(daysLeft)}`,
    cause: `It is valid until ${validTo}. Every call fails once it has expired.`,
    fix: [
      'On a Microsoft-run environment wait: Microsoft renews it.',
      'On a machine of your own renew the certificate now.',
    ],
    who: 'network-admin',
    confidence: 'likely',
  }
}

/** The secret ends soon, or by what was noted it has ended already. */
export function secretExpiring(daysLeft: number, expiresOn: string): Finding {
  const past = daysLeft < 0
  return {
    rule: past ? 'proof.secret-noted-expired' : 'proof.secret-expiring',
    step: 'secret',
    title: past
      ? `By the date noted here the secret expired on ${expiresOn}`
      : `The secret expires in ${days(daysLeft)}`,
    cause: past
      ? 'Either the noted date is wrong, or Entra refuses this secret; the next check tells.'
      : `On ${expiresOn} Entra stops accepting it, and the integration stops with it.`,
    fix: ['Make a new secret for the app.', 'Save its value and its expiry date here.'],
    who: 'entra-admin',
    links: ['app-secrets'],
    confidence: past ? 'likely' : 'certain',
  }
}

/** The secret lives for very long. */
export function secretLongLived(daysLeft: number): Finding {
  return {
    rule: 'proof.secret-long-lived',
    step: 'secret',
    title: `The secret is valid for ${days(daysLeft)}`,
    cause: 'A secret that lives for more than a year is long forgotten when it leaks or ends.',
    fix: ['Prefer a secret of 180 days, and rotate it in time.'],
    who: 'entra-admin',
    links: ['app-secrets'],
  }
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`
}
