import { rulesOf } from '@/lib/diagnosis/rule'
import { sources } from '@/lib/diagnosis/sources'

/** 404, pages and redirects: there is nothing, or something else, at this address. */
export const finopsAddressRules = rulesOf(
  { step: null, who: 'developer', sources: [sources.odata, sources.real] },
  [
    {
      id: 'finops.entity-unknown',
      match: {
        where: ['environment'],
        text: /Resource not found for the segment/i,
      },
      title: 'There is no entity set called {entity} here',
      cause:
        'The name is not right: it is the plural that counts, and capital letters do too. Or the data entity is not public, or this version does not have it.',
      fix: [
        'Names here that are like it: {nearestEntity?}.',
        'Look the name up in the list of entity sets.',
        'If it is your own data entity, set Is Public to Yes and build and synchronise.',
      ],
      links: ['docs-odata'],
    },
    {
      id: 'finops.key-incomplete',
      match: {
        where: ['environment'],
        text: /No HTTP resource was found that matches the request URI '[^\n]*\(/i,
      },
      title: 'The key in the address is incomplete or not written right',
      cause:
        'A row is addressed by all parts of its key, by name, and dataAreaId is nearly always one of them.',
      fix: [
        "Write each part with its name: CustomersV3(dataAreaId='usmf',CustomerAccount='US-001').",
        'Look the parts of the key up in the entity’s fields.',
        'Or filter instead of using a key.',
      ],
      links: ['docs-odata'],
      nudge: 10,
    },
    {
      id: 'finops.data-missing',
      match: { where: ['environment'], status: [404], facts: ['no-data-in-path'] },
      title: 'The address lacks /data',
      cause:
        'OData of Finance & Operations lives under /data, and this call went elsewhere: {host} has nothing there.',
      fix: ['Put /data between the host and the name: {environmentUrl}/data/CustomersV3.'],
      links: ['docs-odata'],
      confidence: 'likely',
    },
    {
      id: 'finops.route-unknown',
      match: { where: ['environment'], text: /No HTTP resource was found that matches/i },
      title: 'Nothing answers at this address',
      cause: 'The path behind the host fits none of the services that Finance & Operations has.',
      fix: [
        'Check the spelling: /data/<entity set>, /metadata/…, /api/services/….',
        'Look for a slash or a piece too many behind the name.',
      ],
      links: ['docs-odata'],
    },
    {
      id: 'finops.action-unknown',
      match: {
        where: ['environment'],
        text: /Resource not found for the segment 'Microsoft\.Dynamics\.DataEntities\./i,
      },
      title: 'The action is not known on this entity',
      cause:
        'The entity has no such action, or it is bound to the whole set and not to a row, or the other way round.',
      fix: ['Look the action up in the metadata: its first parameter tells what it is bound to.'],
      links: ['docs-odata'],
      nudge: 10,
    },
    {
      id: 'finops.row-not-found',
      match: { where: ['environment'], status: [404], facts: ['key-in-path'] },
      title: 'There is no such row, at least not for this user',
      cause:
        'The key is well written, but no row has it: in this company, in what the user may see, or at all.',
      fix: [
        'Check the values of the key, spaces and leading zeros too.',
        'For a row of another company add cross-company=true to the address.',
      ],
      links: ['docs-odata'],
      confidence: 'likely',
      sources: [sources.odata, sources.crossCompany],
    },
    {
      id: 'finops.no-environment',
      match: { where: ['environment'], status: [404], facts: ['html'] },
      step: 'credentials',
      title: 'No environment answers under this name',
      cause:
        'The host exists, but what answered is a plain web page: the environment is stopped, deleted, or has another address.',
      fix: [
        'Open {environmentUrl} in a browser: does Finance & Operations appear?',
        'Compare the address with the one in the admin center.',
      ],
      who: 'finops-admin',
      links: ['finops-home', 'finops-environments'],
      confidence: 'likely',
      nudge: 2,
    },
    {
      id: 'finops.not-found',
      match: { where: ['environment'], status: [404] },
      title: 'Finance & Operations found nothing at this address',
      cause: 'The name {entity} or the path around it is not right, or the entity is not public.',
      fix: [
        'Names here that are like it: {nearestEntity?}.',
        'Look the name up in the list of entity sets, with its capital letters.',
      ],
      links: ['docs-odata'],
      confidence: 'likely',
    },
    {
      id: 'finops.login-page',
      match: {
        where: ['environment'],
        status: [[200, 299]],
        text: /login\.(microsoftonline|windows|live|chinacloudapi|partner)|sign in to your account|ConvergedSignIn|\/adfs\/|practice sign-in|type=["']?password/i,
        facts: ['html'],
      },
      step: 'credentials',
      title: 'A sign-in page came instead of data',
      cause:
        'The call was treated like a browser without a session: it carried no token, or went to an address that is not the environment’s own.',
      fix: [
        'Check that the address is {environmentUrl} and begins with https.',
        'Send the header Authorization: Bearer with a token on every call.',
        'Do not follow redirects: the first answer says more.',
      ],
      confidence: 'likely',
      sources: [sources.odata, sources.redirect],
    },
    {
      id: 'finops.maintenance-page',
      match: {
        where: ['environment'],
        text: /maintenance|being serviced|being updated|services aren['’]t available right now|temporarily unavailable/i,
        facts: ['html'],
      },
      title: 'The environment is under maintenance',
      cause:
        'Its own page says that it is being updated or serviced. Nothing is wrong with the set-up.',
      fix: [
        'Wait until the maintenance is over.',
        'See in the admin center or Lifecycle Services how long it takes.',
      ],
      who: 'nobody',
      links: ['finops-environments'],
      mayHealByWaiting: true,
      confidence: 'likely',
      nudge: 12,
    },
    {
      id: 'finops.web-page',
      match: { where: ['environment'], status: [[200, 299]], facts: ['html'] },
      step: 'credentials',
      title: 'A web page came instead of data',
      cause:
        'Finance & Operations answers calls with JSON. This is a page, so the address is that of something else, or something stands in between.',
      fix: [
        'Check the address of the environment.',
        'Look at the raw evidence: the page’s first lines tell whose it is.',
      ],
      confidence: 'possible',
    },
    {
      id: 'finops.redirect-sign-in',
      match: {
        where: ['environment'],
        status: [[300, 399]],
        header: {
          name: 'location',
          pattern:
            /login\.(microsoftonline|windows|live|chinacloudapi|partner)|oauth2\/authorize|wsfed/i,
        },
      },
      step: 'credentials',
      title: 'Finance & Operations sends the call to the sign-in page',
      cause:
        'It took the call for a browser: the call carried no token, or the address is not that of OData.',
      fix: [
        'Call {environmentUrl}/data with the header Authorization: Bearer and a token.',
        'Do not follow the redirect: a token must not go to another host.',
      ],
      confidence: 'likely',
      sources: [sources.redirect],
    },
    {
      id: 'finops.redirect-adfs',
      match: {
        where: ['environment'],
        status: [[300, 399]],
        header: { name: 'location', pattern: /\/adfs\//i },
      },
      step: 'credentials',
      title: 'This environment signs in through AD FS: it is on-premises',
      cause:
        'It sends callers to {location}. Tokens of Entra do not count there; they come from that AD FS.',
      fix: [
        'Choose the custom authority in this connection and give it the address of AD FS.',
        'Register the app in AD FS as an application group.',
      ],
      confidence: 'likely',
      sources: [sources.redirect],
      nudge: 4,
    },
    {
      id: 'finops.redirect',
      match: { where: ['environment'], status: [[300, 399]] },
      step: 'credentials',
      title: 'The address leads elsewhere',
      cause:
        'What answered sends the call on to {location}. Fivestep follows no redirect, so that no token reaches another host.',
      fix: ['If that is the environment’s real address, save it here in place of the old one.'],
      confidence: 'possible',
    },
  ],
)
