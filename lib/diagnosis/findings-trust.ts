import type { FindingTexts } from '@/lib/diagnosis/rule'

/** What the chain finds inside F&O: the mapped user, what it may read, and how fast that is. */
export const trustFindings = {
  'proof.user-missing': {
    step: 'trust',
    title: 'The mapped user does not exist',
    cause:
      'The client id is mapped to {user}, and Finance & Operations has no such user. What that user may do, the integration may do.',
    fix: ['Map the client id to a user that exists.'],
    who: 'finops-admin',
    links: ['finops-clients', 'finops-users'],
  },
  'proof.user-disabled': {
    step: 'trust',
    title: 'The mapped user is disabled',
    cause:
      'The client id is mapped to {user}, who may not sign in any more. What that user may do, the integration may do.',
    fix: ['Enable the user, or map the client id to another one.'],
    who: 'finops-admin',
    links: ['finops-users', 'finops-clients'],
  },
  'proof.user-admin': {
    step: 'trust',
    title: 'The integration acts as a user who may do everything',
    cause:
      'It acts as {user}. A leaked secret then opens the whole environment, and the audit trail names nobody.',
    fix: [
      'Make a service account with only the roles that the integration needs.',
      'Map the client id to it.',
    ],
    who: 'finops-admin',
    links: ['finops-users', 'finops-clients'],
  },
  'proof.user-is-person': {
    step: 'trust',
    title: 'The integration seems to act as a person',
    cause:
      'It acts as {user}, and a person stands behind that user in Finance & Operations. When that person leaves or changes roles, the integration stops; and what it did looks like theirs.',
    fix: [
      'Make a service account with only the roles that the integration needs.',
      'Map the client id to it.',
    ],
    who: 'finops-admin',
    links: ['finops-users', 'finops-clients'],
    confidence: 'likely',
  },
  'proof.user-maybe-person': {
    step: 'trust',
    title: 'The integration may act as a person',
    cause:
      'It acts as {user}, and name or sign-in of that user look like a person’s. Finance & Operations does not say which users are service accounts, so this is a guess.',
    fix: [
      'If it is somebody’s own account, make a service account and map the client id to it.',
      'If it is a service account, nothing has to be done; a name like svc-integration tells others so.',
    ],
    who: 'finops-admin',
    links: ['finops-users', 'finops-clients'],
    confidence: 'possible',
  },
  'proof.user-shared': {
    step: 'trust',
    title: 'Several apps act as the same user',
    cause:
      '{apps} act as {user}. What one of them did cannot be told from what another did, and the limits of one hit all.',
    fix: ['Give each integration a service account of its own.'],
    who: 'finops-admin',
    links: ['finops-clients'],
  },
  'proof.company-missing': {
    step: 'trust',
    title: 'The user behind the app has no usable default company',
    cause:
      'Without cross-company=true only the default company of {user} is read, and that is {company}. Such reads bring no rows, and no error either.',
    fix: [
      'In Finance & Operations open Users, choose the user and set Company.',
      'Or add cross-company=true to every read, and filter by dataAreaId.',
    ],
    who: 'finops-admin',
    links: ['finops-users'],
  },
  'proof.nothing-to-read': {
    step: 'trust',
    title: 'The environment lists no entity that could be read',
    cause: 'The service document came, but it names no entity set.',
    fix: ['Give the mapped user a role that may read data.'],
    who: 'finops-admin',
    links: ['finops-users'],
    confidence: 'possible',
  },
  'proof.priority-unmapped': {
    step: null,
    title: 'No throttling priority seems to be mapped to this app',
    cause:
      'In {place} no row names the client id. Under load Finance & Operations puts off callers without a priority first.',
    fix: [
      'Open System administration > Setup > Throttling priority mapping and look for the app there.',
      'Add it with the priority that its work deserves.',
    ],
    who: 'finops-admin',
    links: ['finops-throttling'],
    confidence: 'possible',
  },
  'proof.little-headroom': {
    step: null,
    title: 'Finance & Operations has little headroom for this integration',
    cause: 'Small reads are slow or held back just now. {reason}',
    fix: [
      'Spread the load, and read only the columns and rows that are needed.',
      'Give the client id a priority in Throttling priority mapping.',
    ],
    who: 'finops-admin',
    links: ['finops-throttling'],
    confidence: 'possible',
  },
} as const satisfies FindingTexts
