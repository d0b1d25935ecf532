import { CodeBlock } from '@/components/ui/code'
import { MarkedCode } from '@/components/ui/marked-code'
import { firstRowsMax } from '@/components/wizard/queries'
import { secretVariable, toCodeRequest } from '@/lib/code/code-request'
import { markCode } from '@/lib/code/mark-code'
import { toCurl } from '@/lib/code/to-curl'
import type { Connection } from '@/lib/contract/connection'
import { emptyQuery } from '@/lib/odata/query/query'

type Props = Readonly<{ connection: Connection; entitySet: string }>

/** The same read without Fivestep: what an integration has to send. */
export function CurlCalls({ connection, entitySet }: Props) {
  const { cloud, authorityUrl, tenantId, clientId, environmentUrl } = connection
  if (!tenantId || !clientId) return null
  const facts = { cloud, authorityUrl, tenantId, clientId, environmentUrl }
  const request = toCodeRequest({ ...emptyQuery(entitySet), top: firstRowsMax }, facts)
  if (!request) return null
  const script = toCurl(request)
  return (
    <section aria-label="The same as cURL" className="grid min-w-0 grid-cols-1 gap-3">
      <h3 className="font-semibold">The same as cURL</h3>
      <p className="max-w-prose text-muted text-sm">
        A script that asks for a token and reads with it. It takes your secret from the environment
        variable <code className="font-mono">{secretVariable}</code>; the secret is never shown
        here. The Code tab of the explorer has it in other languages too.
        {cloud === 'practice' ? ' The practice hosts can be reached from this server only.' : ''}
      </p>
      <CodeBlock label="the script" value={script}>
        <MarkedCode parts={markCode('curl', script)} />
      </CodeBlock>
    </section>
  )
}
