import type { EnvironmentState, State } from '@/lib/sandbox/state/state'

/** A tenant nobody has touched: no app, no registration, the people an environment comes with. */
export function seedState(): State {
  return {
    version: 1,
    apps: [],
    environments: { 'contoso-uat': seedEnvironment(), 'contoso-prod': seedEnvironment() },
    delays: { app: 0, secret: 4, consent: 0, trust: 0 },
  }
}

function seedEnvironment(): EnvironmentState {
  return {
    registrations: [],
    users: [
      user('Admin', 'System administrator account', ['System administrator']),
      user('ODataIntegration', 'Integration service account', [
        'System user',
        'Data management operations user',
        'Accounts receivable manager',
        'Accounts payable manager',
        'Accounting manager',
      ]),
      user('ARCLERK', 'Arnie Mondloch', ['System user', 'Accounts receivable clerk']),
      user('NOROLES', 'Account without security roles', []),
      { ...user('RETIRED', 'Former employee', ['System user']), enabled: false },
    ],
    fault: null,
  }
}

function user(userId: string, name: string, roles: string[]) {
  const email = `${userId.toLowerCase()}@contoso-practice.onmicrosoft.com`
  return { userId, name, email, enabled: true, company: 'usmf', roles }
}
