/** Where the facts of the rules come from; the words are ours. */
export const sources = {
  aadsts: 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes',
  clientCredentials:
    'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow',
  federation:
    'https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations',
  workloadPolicies:
    'https://learn.microsoft.com/entra/identity/conditional-access/workload-identity',
  clouds: 'https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud',
  services:
    'https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/data-entities/services-home-page',
  odata: 'https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/data-entities/odata',
  limits:
    'https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/data-entities/service-protection-api-limits',
  troubleshoot:
    'https://learn.microsoft.com/troubleshoot/dynamics-365/finance-operations/integrations/troubleshoot-service-authentication',
  unregistered: 'https://github.com/microsoft/Dynamics-AX-Integration/issues/41',
  redirect: 'https://github.com/microsoft/Dynamics-AX-Integration/issues/101',
  crossCompany: 'https://github.com/microsoft/Dynamics-AX-Integration/issues/110',
  enumFilter: 'https://github.com/MicrosoftDocs/dynamics-365-unified-operations-public/issues/1724',
  secretDelay: 'https://github.com/microsoftgraph/microsoft-graph-docs/issues/17966',
  graphErrors: 'https://learn.microsoft.com/graph/errors',
  appPolicies:
    'https://learn.microsoft.com/graph/api/resources/applicationauthenticationmethodpolicy',
  real: 'answers of real environments',
  http: 'https://www.rfc-editor.org/rfc/rfc9110',
  oauth: 'https://www.rfc-editor.org/rfc/rfc6749',
  node: 'https://nodejs.org/api/errors.html',
} as const
