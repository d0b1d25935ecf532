import type { Finding } from '@/lib/proof/finding'

/** F&O lists users, and the mapped one is not among them or is disabled. */
export function userUnusable(userId: string, state: 'missing' | 'disabled'): Finding {
  return {
    rule: `proof.user-${state}`,
    step: 'trust',
    title:
      state === 'missing'
        ? `The mapped user ${userId} does not exist`
        : `The mapped user ${userId} is disabled`,
    cause:
      'The client id is mapped to a Finance & Operations user, and what that user may do, the integration may do.',
    fix:
      state === 'missing'
        ? ['Map the client id to a user that exists.']
        : ['Enable the user, or map the client id to another one.'],
    who: 'finops-admin',
    links: ['finops-clients', 'finops-users'],
  }
}

/** The integration acts as the administrator. */
export function userIsAdmin(userId: string): Finding {
  return {
    rule: 'proof.user-admin',
    step: 'trust',
    title: `The integration acts as ${userId}, who may do everything`,
    cause: 'A leaked secret then opens the whole environment, and the audit trail names nobody.',
    fix: [
      'Make a service account with only the roles that the integration needs.',
      'Map the client id to it.',
    ],
    who: 'finops-admin',
    links: ['finops-users', 'finops-clients'],
  }
}

/** Several client ids act as the same user. */
export function userShared(userId: string, apps: number): Finding {
  return {
    rule: 'proof.user-shared',
    step: 'trust',
    title: `${apps} apps act as user ${userId}`,
    cause: 'What one of them did cannot be told from what another did.',
    fix: ['Give each integration a service account of its own.'],
    who: 'finops-admin',
    links: ['finops-clients'],
  }
}

/** The service document is empty, or holds nothing that the mapped user may read. */
export function nothingToRead(): Finding {
  return {
    rule: 'proof.nothing-to-read',
    step: 'trust',
    title: 'The environment lists no entity that could be read',
    cause: 'The service document came, but it names no entity set.',
    fix: ['Give the mapped user a role that may read data.'],
    who: 'finops-admin',
    links: ['finops-users'],
    confidence: 'possible',
  }
}

/** Calls had to wait or were slow. */
export function littleHeadroom(cause: string): Finding {
  return {
    rule: 'proof.little-headroom',
    step: null,
    title: 'Finance & Operations has little headroom for this integration',
    cause,
    fix: [
      'Spread the load, and read only the columns and rows that are needed.',
      'Give the client id a priority in Throttling priority mapping.',
    ],
    who: 'finops-admin',
    links: ['finops-throttling'],
    confidence: 'possible',
  }
}
