import { rulesOf } from '@/lib/diagnosis/rule'
import { sources } from '@/lib/diagnosis/sources'

/** The tenant, or the cloud it is looked for in, is wrong. */
export const entraTenantRules = rulesOf(
  { step: 'credentials', who: 'developer', links: ['tenant-overview'], sources: [sources.aadsts] },
  [
    {
      id: 'entra.tenant-not-found',
      match: { aadsts: [90002] },
      title: 'There is no such tenant in this cloud',
      cause:
        'Entra at {host} knows no tenant {tenantId}. It is mistyped, or it belongs to another cloud (public, US Government, China).',
      fix: [
        'Copy "Directory (tenant) ID" from the tenant’s overview and save it here.',
        'The environment itself names {environmentTenantId?}: use that.',
        'If the tenant is right, choose its cloud in this connection.',
      ],
    },
    {
      id: 'entra.tenant-not-valid',
      match: { aadsts: [900023, 50029] },
      title: 'The tenant is neither an id nor a domain',
      cause: 'Entra cannot read {tenantId} as a tenant: it wants a GUID or a verified domain.',
      fix: ['Copy "Directory (tenant) ID" from the tenant’s overview and save it here.'],
    },
    {
      id: 'entra.tenant-not-named',
      match: { aadsts: [50059, 50128, 90019] },
      title: 'The request does not say which tenant',
      cause:
        'Neither the address nor the request names a tenant, and an app that signs in by itself has to.',
      fix: [
        'Ask at https://{host}/<tenant id>/oauth2/v2.0/token, with the tenant’s id in the address.',
      ],
    },
    {
      id: 'entra.tenant-common',
      match: { aadsts: [50194, 9001023, 90124, 90130, 9002332] },
      title: 'The request goes to "common" instead of your tenant',
      cause:
        'An app that signs in by itself belongs to one tenant; Entra serves it only at that tenant’s own address.',
      fix: ['Put the tenant’s id in the address in place of common, organizations or consumers.'],
    },
    {
      id: 'entra.tenant-other-cloud',
      match: { aadsts: [90038, 90043, 90051, 900382, 900432, 1000104] },
      title: 'The tenant belongs to another Microsoft cloud',
      cause:
        'Public, US Government and China are separate: a tenant of one gets no token from another’s sign-in address.',
      fix: [
        'Choose the cloud of the tenant in this connection.',
        'In code of your own use login.microsoftonline.us or login.partner.microsoftonline.cn.',
      ],
      sources: [sources.aadsts, sources.clouds],
    },
    {
      id: 'entra.authority-unknown',
      match: { aadsts: [50049, 50050] },
      title: 'This sign-in address is not one that Entra knows',
      cause: 'The request names an authority that does not exist, or names it in the wrong form.',
      fix: [
        'Use https://login.microsoftonline.com, or the address of your cloud, and nothing behind the tenant.',
      ],
    },
    {
      id: 'entra.tenant-personal',
      match: { aadsts: [90027] },
      title: 'This is the tenant of personal Microsoft accounts',
      cause: 'Finance & Operations belongs to a company’s tenant; personal accounts have none.',
      fix: ['Use the id of the company’s tenant.'],
    },
    {
      id: 'entra.tenant-partner',
      match: { aadsts: [90099] },
      title: 'The app is not approved for this customer’s tenant',
      cause: 'A partner’s app needs the customer’s consent before it may ask for tokens there.',
      fix: ['Let an administrator of the customer grant admin consent to the app.'],
      step: 'permissions',
      who: 'entra-admin',
      links: ['admin-consent'],
    },
  ],
)
