import type { GuideBody, GuideFacts, GuideInstruction } from '@/lib/steps/guide-shape'
import { appName, field, instruction, linkOrNull, portalName } from '@/lib/steps/guide-words'

/** Step 1: the app gets an identity in Entra. */
export function registerGuide(facts: GuideFacts): GuideBody {
  return {
    purpose:
      'Your integration needs an identity of its own, as a person needs a user account. Registering an app in Microsoft Entra ID makes that identity. It can do nothing yet; the next steps give it a secret and let Finance & Operations trust it.',
    who: {
      role: 'entra-admin',
      text: 'Someone with the role Application Developer, Application Administrator or Cloud Application Administrator in Microsoft Entra ID. In many companies every user may register apps.',
    },
    prerequisites: [
      'The app has to be registered in the tenant that the Finance & Operations environment belongs to.',
      facts.tenantId === null
        ? 'The environment names that tenant by itself when it is checked.'
        : `That tenant is ${facts.tenantId}. Make sure that you are signed in to it.`,
    ],
    link: linkOrNull('new-registration', facts),
    instructions: instructions(facts),
    fields: [
      field('Name', appName, { note: 'Any name will do; this one is easy to find again.' }),
      field(
        'Supported account types',
        'Accounts in this organizational directory only (Single tenant)',
        { kind: 'choice' },
      ),
      field('Redirect URI (platform)', 'Web', { kind: 'choice' }),
      field('Redirect URI', facts.environmentUrl === null ? null : `${facts.environmentUrl}/auth`, {
        note: 'Not used when an app signs in by itself, but the form often has it and it does no harm.',
      }),
      field('Application (client) ID', facts.clientId, {
        kind: 'readonly',
        note: 'Copy it from the page that opens after Register. It is needed in steps 4 and 5.',
      }),
    ],
    whyItMatters:
      'Everything later hangs on this one id: Entra gives tokens to it, and Finance & Operations lets it in by it. With the wrong id each later step fails, though every form looks right.',
    mistakes: [
      {
        mistake: 'The Object ID was copied instead of the Application (client) ID.',
        instead:
          'Both are on the Overview page. Take the one that is called Application (client) ID.',
      },
      {
        mistake: 'The app was registered in another tenant, often the partner’s own.',
        instead:
          'Look at the tenant’s name at the top right of the portal before you press Register.',
      },
      {
        mistake: 'The app was registered as multitenant.',
        instead: 'Single tenant is enough, and lets nobody else’s tenant in.',
      },
    ],
    check:
      'Entra is asked for a token with a secret that is wrong on purpose. If it answers that the secret is wrong, it knows the app; if it answers that there is no such app, the id or the tenant is wrong. Nothing is changed, but the attempt is in Entra’s sign-in log.',
    honestly: null,
  }
}

function instructions(facts: GuideFacts): GuideInstruction[] {
  if (facts.cloud === 'custom') {
    return [
      instruction(
        `Open ${portalName(facts)} (for on-premises: AD FS Management > Application Groups).`,
      ),
      instruction(
        'Make an application that signs in by itself with a secret (a server application).',
      ),
      instruction('Copy its client id.'),
    ]
  }
  return [
    instruction(
      `Open ${portalName(facts)} and choose App registrations > New registration.`,
      facts,
      'new-registration',
    ),
    instruction(
      'Type the name, leave "Single tenant" chosen, and set the redirect URI to the platform Web with the address below.',
    ),
    instruction('Press Register.'),
    instruction(
      'On the Overview page that opens copy "Application (client) ID" and "Directory (tenant) ID".',
      facts,
      'app-overview',
    ),
  ]
}
