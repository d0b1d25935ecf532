import { environmentHost, environments, graphOrigin } from '@/lib/sandbox/hosts'
import type { PermissionKind } from '@/lib/sandbox/state/state'

/** One permission that a resource offers: an app role or a delegated scope. */
export type OfferedPermission = Readonly<{
  id: string
  kind: PermissionKind
  value: string
  title: string
  adminConsent: boolean
}>

/** An API that apps can ask for permissions on: a service principal of Microsoft's. */
export type Resource = Readonly<{
  appId: string
  /** Object id of its service principal in the practice tenant. */
  objectId: string
  name: string
  summary: string
  /** What may stand as `resource`, lower case, without a trailing slash. */
  identifiers: readonly string[]
  permissions: readonly OfferedPermission[]
}>

/** Dynamics ERP: F&O's first-party app; every environment's URL is one of its names. */
export const dynamicsErp: Resource = {
  appId: '00000015-0000-0000-c000-000000000000',
  objectId: '6f2f1d3e-9a47-4b1c-8e55-0d7c3b9a1e42',
  name: 'Dynamics ERP',
  summary: 'Programmatic access to Dynamics ERP data',
  identifiers: environments.map((name) => `https://${environmentHost(name)}`),
  permissions: [
    permission('Role', 'c7a3e1f4-6d0b-4b58-9f2e-51d8a07c3b69', {
      value: 'Connector.FullAccess',
      title: 'Access to the Dynamics connector',
    }),
    permission('Role', '1e5b9c70-42f8-4d3a-b6a1-8c0e7f2d9534', {
      value: 'CustomService.ReadWrite.All',
      title: 'Call custom services as the application',
    }),
    permission('Scope', '2a84d6b9-75e3-4c1f-a0d8-3b6f9e5c7d21', {
      value: 'AX.FullAccess',
      title: 'Access Dynamics AX online as an organization user',
    }),
    permission('Scope', '93f0b2c5-1d7e-4a6b-8c39-e5a4d7f60b18', {
      value: 'CustomService.FullAccess',
      title: 'Access custom services of Dynamics AX',
    }),
    permission('Scope', 'd51c8e3a-0f92-4b7d-96e4-7a2c5b8f1d03', {
      value: 'Odata.FullAccess',
      title: 'Access data of Dynamics AX through OData',
    }),
  ],
}

export const graph: Resource = {
  appId: '00000003-0000-0000-c000-000000000000',
  objectId: '8b1e4f6c-3d29-4a75-b0c8-f6d2e9a17b54',
  name: 'Microsoft Graph',
  summary: 'Directory, users, groups and the apps themselves',
  identifiers: [graphOrigin],
  permissions: [
    permission('Role', '1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9', {
      value: 'Application.ReadWrite.All',
      title: 'Read and write all applications',
    }),
    permission('Role', '9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30', {
      value: 'Application.Read.All',
      title: 'Read all applications',
    }),
    permission('Role', '06b708a9-e830-4db3-a914-8e69da51d44f', {
      value: 'AppRoleAssignment.ReadWrite.All',
      title: 'Manage app permission grants and app role assignments',
    }),
    permission('Role', '7ab1d382-f21e-4acd-a863-ba3e13f7da61', {
      value: 'Directory.Read.All',
      title: 'Read directory data',
    }),
    {
      ...permission('Scope', 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', {
        value: 'User.Read',
        title: 'Sign in and read user profile',
      }),
      adminConsent: false,
    },
  ],
}

export const resources: readonly Resource[] = [graph, dynamicsErp]

/**
 * The API that `asked` names: an origin in any case, with or without one trailing slash, or an
 * application id. A path or a second slash makes it another, unknown name.
 */
export function findResource(asked: string): Resource | undefined {
  const name = asked.toLowerCase().replace(/\/$/, '')
  return resources.find((known) => known.appId === name || known.identifiers.includes(name))
}

export function findResourceByAppId(appId: string): Resource | undefined {
  return resources.find((known) => known.appId === appId)
}

export function findPermission(
  resourceAppId: string,
  permissionId: string,
): OfferedPermission | undefined {
  return findResourceByAppId(resourceAppId)?.permissions.find((known) => known.id === permissionId)
}

function permission(
  kind: PermissionKind,
  id: string,
  text: Readonly<{ value: string; title: string }>,
): OfferedPermission {
  return { id, kind, adminConsent: true, ...text }
}
