import type { GuideBody, GuideFacts } from '@/lib/steps/guide-shape'
import { appName, field, instruction, linkOrNull } from '@/lib/steps/guide-words'

/** The practice environments come with a service account of this name. */
const practiceUser = 'ODataIntegration'

/** Step 5: F&O itself gets to know the app. */
export function trustGuide(facts: GuideFacts): GuideBody {
  const place = facts.cloud === 'practice' ? 'the practice portal' : 'Finance & Operations'
  return {
    purpose:
      'Finance & Operations keeps its own list of apps that it trusts, and a user for each. A token from Entra opens nothing until the app’s client id stands in that list. The app then works with the rights and the default company of that user.',
    who: {
      role: 'finops-admin',
      text: 'A system administrator in this Finance & Operations environment. Rights in Entra don’t help here.',
    },
    prerequisites: [
      'You have the client id from step 1.',
      'There is an enabled user for the integration in this environment, with the security roles that it needs and a default company.',
    ],
    link: linkOrNull('finops-clients', facts),
    instructions: [
      instruction(
        `In ${place} open System administration > Setup > Microsoft Entra ID applications.`,
        facts,
        'finops-clients',
      ),
      instruction('Press New.'),
      instruction(
        'Paste the client id, type the name, and choose the user.',
        facts,
        'finops-users',
      ),
      instruction('Press Save.'),
    ],
    fields: [
      field('Client Id', facts.clientId, { note: 'The Application (client) ID, without spaces.' }),
      field('Name', appName),
      field('User ID', facts.cloud === 'practice' ? practiceUser : null, {
        kind: 'choice',
        note: 'A user made for this integration. Not Admin, and not a colleague’s own account: the app may do whatever that user may, and stops when the user is disabled.',
      }),
    ],
    whyItMatters:
      'This is the step that most guides leave out or blame last. Without it Entra gives a perfect token, and Finance & Operations answers 401 without saying why.',
    mistakes: [
      {
        mistake:
          'The registration was made in production, but the environment is a sandbox, or the other way round.',
        instead:
          'Each environment has its own list. After a copy of a database from another environment look again.',
      },
      {
        mistake: 'User ID is Admin.',
        instead:
          'It works, and gives the app every right there is. Make a user with only the roles that are needed.',
      },
      {
        mistake: 'The user is disabled, or has no role.',
        instead:
          'Enable it and give it a role. Reading still works only for entities that the role may read.',
      },
      {
        mistake: 'The object id or a space too much stands in Client Id.',
        instead: 'Compare the id letter by letter with the one shown here.',
      },
    ],
    check:
      'A real call with the real token goes to Finance & Operations. If it answers with data, all five steps are right; if it answers 401 though Entra gave a token, this step is missing.',
    honestly: null,
  }
}
