import { rulesOf } from '@/lib/diagnosis/rule'
import { sources } from '@/lib/diagnosis/sources'

/** What the token is asked for, and how the request is written. */
export const entraResourceRules = rulesOf(
  { step: 'credentials', who: 'developer', sources: [sources.aadsts] },
  [
    {
      id: 'entra.resource-not-found',
      match: { aadsts: [500011, 50001] },
      title: 'Entra does not know this environment’s address in the tenant',
      cause:
        'The resource of the request is not known in {tenantId}: it has a slash or a path too many, a typing error, it belongs to another tenant, or Dynamics ERP was never set up in this tenant.',
      fix: [
        'Use the bare address as the resource: {environmentUrl}, no slash at the end, no /data.',
        'Check that the environment belongs to this tenant.',
        'If both are right, add the permission on Dynamics ERP and grant consent (step 3): that brings it into the tenant.',
      ],
      links: ['app-permissions', 'tenant-overview'],
      confidence: 'likely',
    },
    {
      id: 'entra.resource-disabled',
      match: { aadsts: [500014] },
      step: null,
      title: 'Dynamics ERP is switched off in this tenant',
      cause:
        'Its service principal is disabled. That happens when the subscription has lapsed, or when an administrator switched it off.',
      fix: [
        'Open Enterprise applications, look for Dynamics ERP (00000015-0000-0000-c000-000000000000) and enable it.',
        'Check that the Dynamics 365 subscription is still paid for.',
      ],
      who: 'entra-admin',
      links: ['enterprise-apps'],
    },
    {
      id: 'entra.resource-not-subscribed',
      match: { aadsts: [650052, 650054] },
      title: 'The tenant has not subscribed to the service that is asked for',
      cause:
        'The resource of the request is a service that this tenant does not have, or no longer has.',
      fix: [
        'Check that the resource is {environmentUrl}.',
        'Check that the tenant has a Dynamics 365 Finance or Supply Chain subscription.',
      ],
      who: 'entra-admin',
      links: ['tenant-overview'],
    },
    {
      id: 'entra.scope-wrong',
      match: { aadsts: [70011, 1002012, 28002, 28003, 700022, 700023] },
      title: 'The scope of the request is not right',
      cause:
        'An app that signs in by itself asks for exactly one scope: the environment’s address with /.default behind it.',
      fix: ['Ask for scope={environmentUrl}/.default, one slash, nothing else.'],
      sources: [sources.aadsts, sources.clientCredentials],
    },
    {
      id: 'entra.resource-parameter',
      match: { aadsts: [901002] },
      title: 'The request mixes the old and the new way',
      cause:
        '"resource" belongs to the v1 address (/oauth2/token); at /oauth2/v2.0/token it is "scope".',
      fix: [
        'Send scope={environmentUrl}/.default, or ask at /oauth2/token with resource={environmentUrl}.',
      ],
    },
    {
      id: 'entra.audience-not-usable',
      match: { aadsts: [50010, 50171, 90102] },
      title: 'The audience of the request cannot be used like this',
      cause:
        'What the token is asked for is not a plain address of a service that gives such tokens.',
      fix: ['Ask for scope={environmentUrl}/.default.'],
    },
    {
      id: 'entra.parameter-missing',
      match: { aadsts: [900144, 90014, 90121] },
      title: 'Something is missing from the request for the token',
      cause:
        'Entra did not find a field that it needs. Often the body was not sent as a form, so that it found none at all. It says: {message}',
      fix: [
        'Send grant_type, client_id, client_secret and scope in the body.',
        'Set Content-Type to application/x-www-form-urlencoded.',
      ],
    },
    {
      id: 'entra.request-malformed',
      match: {
        aadsts: [9002313, 90023, 90004, 90005, 90013, 90015, 90100, 90107, 90117, 165900],
      },
      title: 'Entra cannot read the request for the token',
      cause:
        'The request is not written as it should be; often a value was not encoded. It says: {message}',
      fix: [
        'Encode each value of the form body: + & % = break it otherwise.',
        'Or let a library such as MSAL write the request.',
      ],
    },
    {
      id: 'entra.grant-type',
      match: { aadsts: [70003] },
      title: 'The grant type is not one that Entra knows',
      cause: 'grant_type has to be client_credentials, written exactly so.',
      fix: ['Send grant_type=client_credentials.'],
    },
    {
      id: 'entra.method-wrong',
      match: { aadsts: [900561, 90056] },
      title: 'The token endpoint was called the wrong way',
      cause:
        'It takes a POST with a form in the body. A GET, as from the address line of a browser, is refused.',
      fix: ['Send POST to https://{host}/<tenant id>/oauth2/v2.0/token.'],
    },
    {
      id: 'entra.redirect-uri',
      match: { aadsts: [50011, 70004, 900971] },
      step: null,
      title: 'The reply address does not fit; this is a sign-in of a person',
      cause:
        'Redirect addresses matter only when a person signs in. An integration that signs in by itself never meets this.',
      fix: [
        'Use grant_type=client_credentials in the integration.',
        'If people have to sign in, add the reply address that is used to the app’s page Authentication.',
      ],
      links: ['app-overview'],
    },
  ],
)
