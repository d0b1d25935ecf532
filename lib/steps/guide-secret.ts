import type { GuideBody, GuideFacts } from '@/lib/steps/guide-shape'
import { field, instruction, linkOrNull, portalName } from '@/lib/steps/guide-words'

const secretDays = 180
const dayMs = 86_400_000

/** Step 2: the app gets a secret, its password. */
export function secretGuide(facts: GuideFacts): GuideBody {
  const expiresOn = new Date(facts.today.getTime() + secretDays * dayMs).toISOString().slice(0, 10)
  return {
    purpose:
      'A secret is the app’s password: a long random text that Entra makes, and with which your integration proves that it is the app. It is shown once, and it expires.',
    who: {
      role: 'entra-admin',
      text: 'An owner of the app, or someone with the role Application Administrator or Cloud Application Administrator.',
    },
    prerequisites: [
      'Step 1 is done: the app exists.',
      'You can take the secret over at once: it can’t be shown again later.',
    ],
    link: linkOrNull('app-secrets', facts),
    instructions: [
      instruction(
        `In ${portalName(facts)} open the app and choose Certificates & secrets.`,
        facts,
        'app-secrets',
      ),
      instruction('On the tab Client secrets choose New client secret.'),
      instruction('Type the description, choose 180 days, and press Add.'),
      instruction(
        'Copy the column "Value" with the copy button beside it, before you leave the page. The column "Secret ID" is not needed anywhere.',
      ),
    ],
    fields: [
      field('Description', 'Fivestep'),
      field('Expires', `${secretDays} days (6 months)`, {
        kind: 'choice',
        note: `Made today, it ends on ${expiresOn}. Fivestep reminds you before that.`,
      }),
      field('Value', null, {
        kind: 'secret',
        note: 'Copy this one. It goes into the field below and is kept encrypted there.',
      }),
      field('Secret ID', null, {
        kind: 'readonly',
        note: 'Leave this one: it only names the secret.',
      }),
    ],
    whyItMatters:
      'An expired secret is the most common reason why an integration that worked for months stops overnight. A short life limits the damage of a leak, so the date has to be watched, not avoided.',
    mistakes: [
      {
        mistake: 'The Secret ID was copied. It is the one that looks like an id with dashes.',
        instead: 'Copy the column Value: about 40 characters, usually with a ~ in it.',
      },
      {
        mistake: 'The page was left before the value was copied.',
        instead: 'Make a new secret and delete the one that nobody knows.',
      },
      {
        mistake: 'The secret was used at once and was refused.',
        instead:
          'A new secret takes some seconds, at times a minute, until every Entra server knows it. Wait and check again.',
      },
      {
        mistake: 'An end two years ahead was chosen, so that nobody has to think of it.',
        instead:
          'Take 180 days and the reminder. Some tenants allow no more anyway, or forbid secrets: then a certificate is the way.',
      },
    ],
    check:
      'Entra is asked for a token with this secret. If it is refused only because it is very new, the check waits and tries again by itself.',
    honestly: null,
  }
}
