import { rulesOf } from '@/lib/diagnosis/rule'
import { sources } from '@/lib/diagnosis/sources'

/** Products that live beside F&O and are taken for it, by their address and by their answers. */
export const finopsNeighbourRules = rulesOf(
  { step: 'credentials', who: 'developer', sources: [sources.odata] },
  [
    {
      id: 'finops.is-dataverse',
      match: {
        where: ['environment'],
        url: /\.crm\d*\.(dynamics|microsoftdynamics|appsplatform)\./i,
      },
      title: 'This is Dataverse, not Finance & Operations',
      cause: 'Addresses with .crm in them belong to Dataverse (customer engagement, Power Apps).',
      fix: [
        'Use the "Finance and Operations URL" of the environment, like https://contoso.operations.dynamics.com.',
      ],
      links: ['finops-environments'],
      nudge: 100,
    },
    {
      id: 'finops.challenges-as-dataverse',
      match: {
        where: ['environment'],
        header: { name: 'www-authenticate', pattern: /resource_id="?https:\/\/[\w.-]+\.crm\d*\./i },
      },
      title: 'What answers is Dataverse, not Finance & Operations',
      cause:
        'It asks for a token for an address with .crm in it, which is one of Dataverse (customer engagement, Power Apps).',
      fix: [
        'Use the "Finance and Operations URL" of the environment, like https://contoso.operations.dynamics.com.',
      ],
      links: ['finops-environments'],
      nudge: 90,
    },
    {
      id: 'finops.answers-as-dataverse',
      match: { where: ['environment'], text: /"code"\s{0,3}:\s{0,3}"0x80[0-9a-f]{6}"/i },
      title: 'The error is one of Dataverse, not of Finance & Operations',
      cause:
        'Only Dataverse numbers its errors like that ({code}). It lives beside Finance & Operations, under an address with .crm in it.',
      fix: [
        'Use the "Finance and Operations URL" of the environment, like https://contoso.operations.dynamics.com.',
      ],
      links: ['finops-environments'],
      confidence: 'likely',
      nudge: 60,
    },
    {
      id: 'finops.challenges-as-business-central',
      match: {
        where: ['environment'],
        header: {
          name: 'www-authenticate',
          pattern: /resource_id="?https:\/\/(api\.)?businesscentral\./i,
        },
      },
      title: 'What answers is Business Central, not Finance & Operations',
      cause: 'It asks for a token for Business Central, another product with other APIs.',
      fix: [
        'Use the address of a Finance & Operations environment, like https://contoso.operations.dynamics.com.',
      ],
      nudge: 88,
    },
    {
      id: 'finops.answers-as-business-central',
      match: {
        where: ['environment'],
        text: /Authentication_InvalidCredentials|rejected the client credentials/i,
      },
      title: 'The error is one of Business Central, not of Finance & Operations',
      cause:
        'Business Central refuses callers with these words; it is another product with other APIs and another registration.',
      fix: [
        'Use the address of a Finance & Operations environment, like https://contoso.operations.dynamics.com.',
      ],
      confidence: 'likely',
      nudge: 58,
    },
    {
      id: 'finops.is-business-central',
      match: { where: ['environment'], url: /\.?businesscentral\.dynamics\.com/i },
      title: 'This is Business Central, not Finance & Operations',
      cause: 'Business Central is another product with other APIs and another registration.',
      fix: [
        'Use the address of a Finance & Operations environment, like https://contoso.operations.dynamics.com.',
      ],
      nudge: 100,
    },
  ],
)
