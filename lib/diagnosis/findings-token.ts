import type { FindingTexts } from '@/lib/diagnosis/rule'

const wrongClaim = 'The token says {has}, the environment needs {needs}.'

/** What the chain finds in a token, and about the clocks that it is judged by. */
export const tokenFindings = {
  'proof.clock-skew': {
    step: null,
    title: 'The clock of this server is off by more than a minute',
    cause:
      'It is {seconds}. Tokens and assertions are valid for a stretch of time; from five minutes on calls fail.',
    fix: ['Switch on time synchronisation (NTP) on the machine that runs Fivestep.'],
    who: 'network-admin',
  },
  'proof.claim-aud': {
    step: 'credentials',
    title: 'The token is made out to another address',
    cause: wrongClaim,
    fix: [
      'Use the bare origin of the environment as the resource: https, small letters, no slash at the end, no path.',
    ],
    who: 'developer',
  },
  'proof.claim-tid': {
    step: 'credentials',
    title: 'The token of this connection comes from another tenant',
    cause: wrongClaim,
    fix: ['Set the tenant of this connection to the one that the environment belongs to.'],
    who: 'developer',
    links: ['tenant-overview'],
  },
  'proof.claim-appid': {
    step: 'credentials',
    title: 'The token was given to another app',
    cause: wrongClaim,
    fix: ['Copy the Application (client) ID from the overview of the app and save it here.'],
    who: 'developer',
    links: ['app-overview'],
  },
  'proof.claim-oid': {
    step: 'register',
    title: 'The app has no service principal in this tenant',
    cause: 'The token names no object id. The app is known, but it has no identity here to act as.',
    fix: [
      'Open Enterprise applications and look for the app.',
      'Where it is missing, grant admin consent to the app: that makes its service principal.',
    ],
    who: 'entra-admin',
    links: ['enterprise-apps', 'admin-consent'],
    confidence: 'likely',
  },
  'proof.roles-none': {
    step: 'permissions',
    title: 'The token carries no permission of Dynamics ERP',
    cause:
      'No application permission was granted, or consent is missing. Finance & Operations itself decides by its own registration (step 5), so reading may work all the same.',
    fix: [
      'Add the application permission Connector.FullAccess of Dynamics ERP.',
      'Grant admin consent for it.',
    ],
    who: 'entra-admin',
    links: ['app-permissions', 'admin-consent'],
    confidence: 'possible',
    mayHealByWaiting: true,
  },
} as const satisfies FindingTexts
