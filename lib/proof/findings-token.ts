import type { Finding } from '@/lib/proof/finding'

/** This server's clock and the upstream's are apart. */
export function clockSkewed(seconds: number): Finding {
  const direction = seconds > 0 ? 'ahead of' : 'behind'
  return {
    rule: 'proof.clock-skew',
    step: null,
    title: `The clock of this server is ${Math.abs(seconds)} s ${direction} Microsoft’s`,
    cause:
      'Tokens and assertions are valid for a stretch of time; from five minutes on calls fail.',
    fix: ['Switch on time synchronisation (NTP) on the machine that runs Fivestep.'],
    who: 'network-admin',
  }
}

/** A claim of the token is not what the environment demands. */
export function claimWrong(
  facts: Readonly<{ claim: 'aud' | 'tid' | 'appid'; has: string; needs: string }>,
): Finding {
  return {
    rule: `proof.claim-${facts.claim}`,
    step: 'credentials',
    who: 'developer',
    cause: `The token says ${facts.has || 'nothing'}, the environment needs ${facts.needs}.`,
    ...wrongClaims[facts.claim],
  }
}

const wrongClaims = {
  aud: {
    title: 'The token is made out to another address',
    fix: [
      'Use the bare origin of the environment as the resource: https, small letters, no slash at the end, no path.',
    ],
  },
  tid: {
    title: 'The token comes from another tenant',
    fix: ['Set the tenant of this connection to the one that the environment belongs to.'],
  },
  appid: {
    title: 'The token was given to another app',
    fix: ['Copy the Application (client) ID from the overview of the app and save it here.'],
  },
} as const

/** The token has no `oid`: there is no service principal. */
export function servicePrincipalMissing(): Finding {
  return {
    rule: 'proof.claim-oid',
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
  }
}

/** The token carries no application role. */
export function rolesMissing(): Finding {
  return {
    rule: 'proof.roles-none',
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
  }
}
