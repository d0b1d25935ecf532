import type { Resource } from '@/lib/sandbox/entra/resources'
import { homeTenant } from '@/lib/sandbox/entra/tenants'
import type { App, Permission, Secret } from '@/lib/sandbox/state/state'

/** A secret as Graph shows it: never its value. */
export function toGraphPasswordCredential(secret: Secret): Record<string, unknown> {
  return {
    customKeyIdentifier: null,
    displayName: secret.description,
    endDateTime: new Date(secret.expiresAtMs).toISOString(),
    hint: secret.hint,
    keyId: secret.keyId,
    secretText: null,
    startDateTime: new Date(secret.createdAtMs).toISOString(),
  }
}

/** @see https://learn.microsoft.com/graph/api/resources/application */
export function toGraphApplication(app: App): Record<string, unknown> {
  return {
    id: app.objectId,
    appId: app.clientId,
    displayName: app.name,
    createdDateTime: new Date(app.createdAtMs).toISOString(),
    signInAudience: app.audience,
    publisherDomain: homeTenant.domain,
    identifierUris: [],
    requiredResourceAccess: toRequiredResourceAccess(app.permissions),
    passwordCredentials: app.secrets.map(toGraphPasswordCredential),
    keyCredentials: app.certificates.map((certificate) => ({
      customKeyIdentifier: certificate.thumbprint,
      displayName: certificate.subject,
      endDateTime: new Date(certificate.expiresAtMs).toISOString(),
      key: null,
      keyId: certificate.keyId,
      startDateTime: new Date(certificate.startsAtMs).toISOString(),
      type: 'AsymmetricX509Cert',
      usage: 'Verify',
    })),
    web: { redirectUris: urisOf(app, 'Web') },
    spa: { redirectUris: urisOf(app, 'SPA') },
    publicClient: { redirectUris: urisOf(app, 'PublicClient') },
  }
}

/** The service principal of an app of the tenant; undefined where it has none. */
export function toGraphServicePrincipal(app: App): Record<string, unknown> | undefined {
  if (app.servicePrincipalId === null) return undefined
  return {
    id: app.servicePrincipalId,
    appId: app.clientId,
    appDisplayName: app.name,
    displayName: app.name,
    accountEnabled: app.enabled,
    appOwnerOrganizationId: homeTenant.tenantId,
    appRoleAssignmentRequired: false,
    servicePrincipalType: 'Application',
    servicePrincipalNames: [app.clientId],
    appRoles: [],
    oauth2PermissionScopes: [],
  }
}

/** The service principal of one of Microsoft's APIs. */
export function resourceToServicePrincipal(resource: Resource): Record<string, unknown> {
  return {
    id: resource.objectId,
    appId: resource.appId,
    appDisplayName: resource.name,
    displayName: resource.name,
    accountEnabled: true,
    appRoleAssignmentRequired: false,
    servicePrincipalType: 'Application',
    servicePrincipalNames: [resource.appId, ...resource.identifiers],
    appRoles: resource.permissions
      .filter((permission) => permission.kind === 'Role')
      .map((permission) => ({
        allowedMemberTypes: ['Application'],
        description: permission.title,
        displayName: permission.title,
        id: permission.id,
        isEnabled: true,
        origin: 'Application',
        value: permission.value,
      })),
    oauth2PermissionScopes: resource.permissions
      .filter((permission) => permission.kind === 'Scope')
      .map((permission) => ({
        adminConsentDescription: permission.title,
        adminConsentDisplayName: permission.title,
        id: permission.id,
        isEnabled: true,
        type: permission.adminConsent ? 'Admin' : 'User',
        value: permission.value,
      })),
  }
}

function toRequiredResourceAccess(permissions: readonly Permission[]) {
  const apis = [...new Set(permissions.map((permission) => permission.resourceAppId))]
  return apis.map((resourceAppId) => ({
    resourceAppId,
    resourceAccess: permissions
      .filter((permission) => permission.resourceAppId === resourceAppId)
      .map(({ id, kind }) => ({ id, type: kind })),
  }))
}

function urisOf(app: App, platform: App['redirectUris'][number]['platform']): string[] {
  return app.redirectUris.filter((entry) => entry.platform === platform).map(({ uri }) => uri)
}
