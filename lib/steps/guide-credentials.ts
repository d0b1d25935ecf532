import type { GuideBody, GuideFacts } from '@/lib/steps/guide-shape'
import { field, instruction, linkOrNull } from '@/lib/steps/guide-words'

/** Step 4: the four values come together here, in Fivestep. */
export function credentialsGuide(facts: GuideFacts): GuideBody {
  return {
    purpose:
      'Four values make a working sign-in: which tenant, which app, its secret, and for which environment. You have entered them on the way; here they are looked at and tried as one set. The secret is kept encrypted and never shown again.',
    who: {
      role: 'developer',
      text: 'Whoever has the values from steps 1 and 2. No rights in Entra or in Finance & Operations are needed.',
    },
    prerequisites: [
      'Steps 1 to 3 are done.',
      'The client id, the tenant id and the secret are saved: steps 1 and 2 have asked for them.',
    ],
    link: linkOrNull('app-overview', facts),
    instructions: [
      instruction(
        'Compare the client id with "Application (client) ID" on the app’s Overview page.',
        facts,
        'app-overview',
      ),
      instruction('Compare the tenant: the environment has named it itself where it could.'),
      instruction('Change what is not right; the links beside the values lead back to their step.'),
      instruction('Run the check.'),
    ],
    fields: [
      field('Client ID', facts.clientId, { note: 'Application (client) ID, from step 1.' }),
      field('Tenant ID', facts.tenantId, { note: 'Directory (tenant) ID, from the same page.' }),
      field('Client secret', null, {
        kind: 'secret',
        note: 'The value from step 2, not the Secret ID.',
      }),
      field('Resource', facts.environmentUrl, {
        kind: 'readonly',
        note: 'The bare address of the environment: https, small letters, no slash at the end, no /data.',
      }),
    ],
    whyItMatters:
      'The resource ends up inside the token as its audience, and Finance & Operations compares it letter by letter. A slash too many, and a token that looks perfect is refused.',
    mistakes: [
      {
        mistake: 'Client id and tenant id were swapped.',
        instead: 'Both look alike. The client id belongs to the app, the tenant id to the company.',
      },
      {
        mistake: 'The resource was given with a slash at the end or with /data.',
        instead:
          'Here it can’t happen: it is taken from the environment. In your own integration write it as shown.',
      },
      {
        mistake: 'The secret was pasted with a space or a line break.',
        instead: 'Use the copy button in the portal; what was pasted is checked here.',
      },
    ],
    check:
      'A token is asked for with all four values and opened: audience, tenant, app and life are compared with what Finance & Operations needs.',
    honestly: null,
  }
}
