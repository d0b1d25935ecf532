import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { ndjson } from '@/app/api/ndjson'
import { touchedByAddress } from '@/lib/access/touched-entity-sets'
import { prepareInquiry, whyEmpty } from '@/lib/catalog/why-empty/why-empty'
import { ConnectionId } from '@/lib/contract/ids'
import { WhyEmptyInput } from '@/lib/contract/why-empty'

const params = z.object({ connectionId: ConnectionId })

export const POST = handle(
  {
    action: 'data.read',
    params,
    body: WhyEmptyInput,
    entitySets: ({ body }) => touchedByAddress(body),
  },
  async ({ ctx, params, body }) =>
    ndjson(whyEmpty(ctx, await prepareInquiry(ctx, params.connectionId, body))),
)
