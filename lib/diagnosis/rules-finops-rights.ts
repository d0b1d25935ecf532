import { rulesOf } from '@/lib/diagnosis/rule'
import { sources } from '@/lib/diagnosis/sources'

/** 403: F&O knows the caller, and says no. */
export const finopsRightsRules = rulesOf(
  { step: 'trust', who: 'finops-admin', sources: [sources.services] },
  [
    {
      id: 'finops.read-forbidden',
      match: { where: ['environment'], status: [403] },
      title: 'The app’s user may not read this',
      cause:
        'All five steps work: Finance & Operations knows the app. But the user that it works as has no role with rights on {entity}.',
      fix: [
        'In Finance & Operations open Users, choose the app’s user and assign a role that holds this entity.',
        'Rights take effect with the next call; if not, wait some minutes.',
      ],
      links: ['finops-users', 'finops-clients'],
      confidence: 'likely',
    },
    {
      id: 'finops.write-forbidden',
      match: { where: ['environment'], status: [403], facts: ['write'] },
      title: 'The app’s user may not change this',
      cause:
        'Finance & Operations knows the app, but its user’s roles do not allow {method} on {entity}. Reading may still work.',
      fix: [
        'In Finance & Operations open Users and assign a role that may maintain this entity.',
        'Check that the entity can be written at all.',
      ],
      links: ['finops-users'],
      confidence: 'likely',
    },
    {
      id: 'finops.own-tables-forbidden',
      match: { where: ['environment'], status: [403], facts: ['own-tables'] },
      step: null,
      title: 'The app’s user may not see the list of users and apps',
      cause:
        'That is fine: an integration does not need it. It only means that Fivestep can’t check the user behind the app.',
      fix: [
        'Nothing has to be done.',
        'To have it checked, let an administrator look at Microsoft Entra ID applications.',
      ],
      links: ['finops-clients'],
      nudge: 4,
    },
    {
      id: 'finops.licence-missing',
      match: {
        where: ['environment'],
        status: [401, 403],
        text: /licen[cs]e/i,
      },
      title: 'The app’s user has no licence that allows this',
      cause:
        'Finance & Operations says that the user behind the app is not licensed for what was asked.',
      fix: ['Assign the user a licence, or another user to the app, with your administrator.'],
      links: ['finops-users'],
      confidence: 'likely',
    },
    {
      id: 'finops.turned-away',
      match: { where: ['environment'], status: [403], facts: ['token-absent'] },
      step: null,
      title: 'The caller is turned away before anyone asks who it is',
      cause:
        'The call carried no token. Finance & Operations would ask for one (401); 403 comes from an address rule or a firewall in front of it, or from something else altogether.',
      fix: [
        'Ask for the address of this server to be let through, also at the environment’s own IP firewall.',
        'Check that the address is the environment’s.',
      ],
      who: 'network-admin',
      confidence: 'likely',
      nudge: 3,
    },
    {
      id: 'finops.firewall',
      match: { where: ['environment'], status: [403], facts: ['html'] },
      nudge: 6,
      step: null,
      title: 'Something in front of Finance & Operations turned the call away',
      cause:
        'The answer is a web page, not one of Finance & Operations’. A firewall, a proxy or an address rule has stopped the call.',
      fix: [
        'Look in the raw evidence at the headers Server and Via: they name who answered.',
        'Ask for the address of this server to be let through, also at the environment’s own IP firewall.',
      ],
      who: 'network-admin',
      confidence: 'likely',
    },
  ],
)
