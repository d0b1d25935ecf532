import type { GuideBody, GuideFacts, GuideInstruction } from '@/lib/steps/guide-shape'
import { field, instruction, linkOrNull, portalName } from '@/lib/steps/guide-words'

/** Microsoft's own application behind every F&O environment. */
export const dynamicsErpAppId = '00000015-0000-0000-c000-000000000000'

/** Step 3: the permission on Dynamics ERP, and the admin's consent. */
export function permissionsGuide(facts: GuideFacts): GuideBody {
  return {
    purpose:
      'Here an administrator says, for the whole company, that this app may call Dynamics 365 at all. Entra calls Finance & Operations "Dynamics ERP". What the app may read there is decided later, by the user that step 5 gives it.',
    who: {
      role: 'entra-admin',
      text: 'Adding the permission: an owner of the app. Granting admin consent: a Privileged Role Administrator or Global Administrator.',
    },
    prerequisites: [
      'Step 1 is done: the app exists.',
      'Someone who may grant admin consent is at hand, or gets the link.',
    ],
    link: linkOrNull('app-permissions', facts),
    instructions: instructions(facts),
    fields: [
      field('API', 'Dynamics ERP', {
        kind: 'choice',
        note: `If the list does not show it, search for its id ${dynamicsErpAppId} under "APIs my organization uses".`,
      }),
      field('Type of permission', 'Application permissions', { kind: 'choice' }),
      field('Permission', 'Connector.FullAccess', { kind: 'choice' }),
      field('Status after consent', 'Granted', { kind: 'readonly' }),
    ],
    whyItMatters:
      'With the consent on record Entra names the permission in the token, and nobody has to ask later why the app may call Dynamics. Tenants with strict policies refuse tokens without it.',
    mistakes: [
      {
        mistake: 'The permission was added, but nobody pressed "Grant admin consent".',
        instead: 'The column Status has to say "Granted", with a green mark.',
      },
      {
        mistake: 'A delegated permission was chosen.',
        instead:
          'Delegated permissions are for people who sign in. An app that signs in by itself needs an application permission.',
      },
      {
        mistake: 'The permission was added to Dynamics CRM or Dataverse.',
        instead: 'Finance & Operations is called Dynamics ERP in that list.',
      },
    ],
    check:
      'The token is opened and its roles are read. If it names none, that is shown as a warning, not as a failure: Finance & Operations decides in step 5.',
    honestly:
      'Public guides, Microsoft’s own among them, contradict each other here: some ask for delegated permissions, some for other application permissions, some for none. What is sure is that Finance & Operations lets the app in by its own list (step 5) and by the roles of the user behind it. So do as this step says where your tenant offers it, and where it does not, go on: the real call will tell.',
  }
}

function instructions(facts: GuideFacts): GuideInstruction[] {
  if (facts.cloud === 'custom') {
    return [
      instruction(
        'A custom authority has no admin consent. Allow the app to ask for tokens for the environment’s address, and go on.',
      ),
    ]
  }
  return [
    instruction(
      `In ${portalName(facts)} open the app and choose API permissions > Add a permission.`,
      facts,
      'app-permissions',
    ),
    instruction(
      'Choose Dynamics ERP, under "Microsoft APIs" or by searching under "APIs my organization uses".',
    ),
    instruction(
      'Choose Application permissions, tick Connector.FullAccess, and press Add permissions.',
    ),
    instruction(
      'Press "Grant admin consent for …" and confirm. Someone else can do this with the link alone.',
      facts,
      'admin-consent',
    ),
  ]
}
