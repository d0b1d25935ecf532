import { CodeBlock } from '@/components/ui/code'
import { firstRowsMax } from '@/components/wizard/queries'
import { toReadCurl, toTokenCurl } from '@/components/wizard/test/to-curl'
import type { Connection } from '@/lib/contract/connection'
import { authorityOrigin } from '@/lib/steps/cloud'

type Props = Readonly<{ connection: Connection; entitySet: string }>

/** The same two calls without Fivestep: what an integration has to send. */
export function CurlCalls({ connection, entitySet }: Props) {
  const origin = authorityOrigin(connection.cloud, connection.authorityUrl)
  const { tenantId, clientId, environmentUrl } = connection
  if (!origin || !tenantId || !clientId) return null
  const facts = {
    authorityOrigin: origin,
    tenantId,
    clientId,
    environmentUrl,
    entitySet,
    top: firstRowsMax,
  }
  return (
    <section aria-label="The same as cURL" className="grid min-w-0 grid-cols-1 gap-3">
      <h3 className="font-semibold">The same as cURL</h3>
      <p className="max-w-prose text-muted text-sm">
        Two calls: the first answers with an <code className="font-mono">access_token</code>, the
        second reads with it. Put your own secret in; it is never shown here.
        {connection.cloud === 'practice'
          ? ' The practice hosts can be reached from this server only.'
          : ''}
      </p>
      <CodeBlock label="the token call" value={toTokenCurl(facts)} />
      <CodeBlock label="the read call" value={toReadCurl(facts)} />
    </section>
  )
}
