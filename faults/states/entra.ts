import { type FaultState, failed, warned } from '@/faults/state'
import { homeTenant, otherTenant } from '@/lib/sandbox/entra/tenants'

const nobody = '99999999-2222-4333-8444-555555555555'
const hourMs = 3_600_000

/** What an administrator of Entra has left undone, or undone again. */
export const entraStates: readonly FaultState[] = [
  {
    id: 'entra-tenant-unknown',
    broken: 'There is no tenant with this id',
    breakIt: () => ({ tenantId: nobody }),
    truth: failed('tenant', 'credentials', 'entra.tenant-not-found'),
  },
  {
    id: 'entra-domain-unknown',
    broken: 'No tenant has this domain',
    breakIt: () => ({ tenantId: 'nobody.onmicrosoft.com' }),
    truth: failed('tenant', 'credentials', 'entra.tenant-not-found'),
  },
  {
    id: 'entra-domain-invalid',
    broken: 'What is filled in as the tenant can be no domain',
    breakIt: () => ({ tenantId: 'contoso.1' }),
    truth: failed('tenant', 'credentials', 'entra.tenant-not-valid'),
  },
  {
    id: 'entra-tenant-other',
    broken: 'The tenant exists, and the environment belongs to another one',
    breakIt: () => ({ tenantId: otherTenant.tenantId }),
    truth: failed('tenant-match', 'credentials', 'proof.tenant-differs'),
  },
  {
    id: 'entra-app-unknown',
    broken: 'No app has this client id',
    breakIt: () => ({ clientId: nobody }),
    truth: failed('app', 'register', 'entra.app-not-found'),
  },
  {
    id: 'entra-app-object-id',
    broken: 'The object id of the app is filled in as the client id',
    breakIt: ({ app }) => ({ clientId: app.app.objectId }),
    truth: failed('app', 'register', 'entra.app-not-found'),
  },
  {
    id: 'entra-app-deleted',
    broken: 'The registration was deleted in Entra',
    breakIt: async ({ change }) => {
      await change((draft, own) => {
        draft.apps = draft.apps.filter((app) => app !== own)
      })
      return {}
    },
    truth: failed('app', 'register', 'entra.app-not-found'),
  },
  {
    id: 'entra-app-new',
    broken: 'The app was registered just now, and not every Entra server knows it',
    breakIt: async ({ change }) => {
      await change((_draft, own) => {
        own.createdAtMs = Date.now() + hourMs
      })
      return {}
    },
    truth: failed('app', 'register', 'entra.app-not-found'),
  },
  {
    id: 'entra-app-disabled',
    broken: 'Sign-in of the app is switched off',
    breakIt: async ({ change }) => {
      await change((_draft, own) => {
        own.enabled = false
      })
      return {}
    },
    truth: failed('app', 'register', 'entra.app-disabled'),
  },
  {
    id: 'entra-principal-missing',
    broken: 'The service principal of the app was deleted',
    breakIt: async ({ change }) => {
      await change((_draft, own) => {
        own.servicePrincipalId = null
      })
      return {}
    },
    truth: failed('service-principal', 'register', 'proof.claim-oid'),
  },
  {
    id: 'entra-secret-wrong',
    broken: 'The secret was mistyped, a while ago',
    breakIt: () => ({ secret: 'Abc8Q~not-the-value-that-entra-showed-once-xx' }),
    truth: failed('token', 'secret', 'entra.secret-wrong'),
  },
  {
    id: 'entra-secret-wrong-new',
    broken: 'The secret was mistyped a moment ago, when it could as well be too new',
    breakIt: () => ({
      secret: 'Abc8Q~not-the-value-that-entra-showed-once-xx',
      savedSecondsAgo: 5,
    }),
    truth: failed('token', 'secret', 'entra.secret-too-new'),
  },
  {
    id: 'entra-secret-other-app',
    broken: 'The secret belongs to another app',
    breakIt: async ({ anotherApp }) => ({ secret: (await anotherApp('Other')).secret }),
    truth: failed('token', 'secret', 'entra.secret-wrong'),
  },
  {
    id: 'entra-secret-deleted',
    broken: 'The secret was deleted in Entra',
    breakIt: async ({ change }) => {
      await change((_draft, own) => {
        own.secrets = []
      })
      return {}
    },
    truth: failed('token', 'secret', 'entra.secret-wrong'),
  },
  {
    id: 'entra-secret-expired',
    broken: 'The secret has expired',
    breakIt: async ({ change }) => {
      await change((_draft, own) => {
        for (const secret of own.secrets) secret.expiresAtMs = Date.now() - 1000
      })
      return {}
    },
    truth: failed('token', 'secret', 'entra.secret-expired'),
  },
  {
    id: 'entra-secret-new',
    broken: 'The secret was made just now, and not every Entra server knows it',
    breakIt: async ({ change }) => {
      await change((_draft, own) => {
        for (const secret of own.secrets) secret.createdAtMs = Date.now() + hourMs
      })
      return { savedSecondsAgo: 2 }
    },
    truth: failed('token', 'secret', 'entra.secret-too-new'),
  },
  {
    id: 'entra-consent-withdrawn',
    broken: 'Nobody has consented to the permission, and F&O does not mind',
    breakIt: async ({ change }) => {
      await change((_draft, own) => {
        own.grants = []
      })
      return {}
    },
    truth: warned('roles', 'permissions', 'proof.roles-none'),
  },
  {
    id: 'entra-permission-removed',
    broken: 'The app asks for no permission at all, and F&O does not mind',
    breakIt: async ({ change }) => {
      await change((_draft, own) => {
        own.permissions = []
        own.grants = []
      })
      return { tenantId: homeTenant.domain }
    },
    truth: warned('roles', 'permissions', 'proof.roles-none'),
  },
]
