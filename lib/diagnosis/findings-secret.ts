import type { FindingTexts } from '@/lib/diagnosis/rule'

const notASecret = {
  step: 'secret',
  who: 'developer',
  links: ['app-secrets'],
} as const

const copyTheValue = [
  'On Certificates & secrets copy the column "Value". If it is hidden by now, make a new secret.',
  'Save it here in place of the stored one.',
] as const

/** What the chain finds about the stored secret without asking Entra. */
export const secretFindings = {
  'proof.missing-secret': {
    step: 'secret',
    title: 'There is no secret yet',
    cause: 'The app has to prove itself to Entra, and this connection holds nothing to do it with.',
    fix: [
      'Make a client secret for the app.',
      'Copy its value, not its id, and save it here; the value is shown only once.',
    ],
    who: 'developer',
    links: ['app-secrets'],
  },
  'proof.secret-unreadable': {
    step: 'secret',
    title: 'The stored secret cannot be opened',
    cause: 'The master key of this server does not fit the stored secret. Nothing was destroyed.',
    fix: [
      'Start the server with the master key that it had when the secret was saved.',
      'Where that key is lost: save the secret once more.',
    ],
    who: 'developer',
  },
  'proof.platform-token-missing': {
    step: 'secret',
    title: 'The platform gives no token that vouches for the app',
    cause: 'This connection signs in by a federated identity, and the machine has none. {reason}',
    fix: [
      'Run Fivestep where a workload or managed identity is set up, with the variables that the platform sets.',
      'Or save a certificate or a secret here instead.',
    ],
    who: 'developer',
  },
  'proof.secret-is-secret-id': {
    ...notASecret,
    title: 'The Secret ID is stored in place of the secret’s value',
    cause:
      'Entra lists an id and a value for each secret. The id, the one with dashes, only names the secret; the app signs in with the value.',
    fix: copyTheValue,
  },
  'proof.secret-is-client-id': {
    ...notASecret,
    title: 'The client id is stored in place of the secret',
    cause: 'The same id stands in both fields: it says who the app is, and proves nothing.',
    fix: copyTheValue,
  },
  'proof.secret-is-tenant-id': {
    ...notASecret,
    title: 'The tenant id is stored in place of the secret',
    cause: 'It says where the app lives, and proves nothing.',
    fix: copyTheValue,
  },
  'proof.secret-is-token': {
    ...notASecret,
    title: 'An access token is stored in place of the secret',
    cause: 'A token is what the secret is exchanged for; it ends after an hour or so.',
    fix: copyTheValue,
  },
  'proof.secret-is-certificate': {
    ...notASecret,
    title: 'A certificate or key is stored in place of the secret',
    cause: 'A certificate signs in by another way than a secret, and in its own field.',
    fix: copyTheValue,
  },
  'proof.secret-is-reference': {
    ...notASecret,
    title: 'A pointer to a secret is stored in place of the secret',
    cause: 'An address of a vault only tells where the secret is kept.',
    fix: [
      'Open the vault and copy the secret itself.',
      'Save it here in place of the stored one; it is encrypted before it is kept.',
    ],
  },
  'proof.secret-is-hidden': {
    ...notASecret,
    title: 'Dots are stored in place of the secret',
    cause: 'The portal shows the first characters and dots once a secret is hidden.',
    fix: [
      'Make a new secret: a hidden one is never shown again.',
      'Copy its Value at once and save it here in place of the stored one.',
    ],
  },
  'proof.secret-is-placeholder': {
    ...notASecret,
    title: 'The placeholder of a guide is stored in place of the secret',
    cause: 'The text stands in guides where the real value belongs.',
    fix: copyTheValue,
  },
  'proof.secret-expiring': {
    step: 'secret',
    title: 'The secret expires in {days}',
    cause: 'On {date} Entra stops accepting it, and the integration stops with it.',
    fix: ['Make a new secret for the app.', 'Save its value and its expiry date here.'],
    who: 'entra-admin',
    links: ['app-secrets'],
  },
  'proof.secret-noted-expired': {
    step: 'secret',
    title: 'By the date noted here the secret has expired',
    cause:
      'It was noted to end on {date}. Either that is wrong, or Entra refuses this secret; the next check tells.',
    fix: ['Make a new secret for the app.', 'Save its value and its expiry date here.'],
    who: 'entra-admin',
    links: ['app-secrets'],
    confidence: 'likely',
  },
  'proof.secret-long-lived': {
    step: 'secret',
    title: 'The secret is valid for more than a year',
    cause: 'A secret that lives for so long is long forgotten when it leaks or ends.',
    fix: ['Prefer a secret of 180 days, and rotate it in time.'],
    who: 'entra-admin',
    links: ['app-secrets'],
  },
} as const satisfies FindingTexts
