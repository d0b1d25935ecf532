'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import { connectionOf } from '@/components/data/connection-queries'
import { PageTitle } from '@/components/shell/page-title'
import { paths } from '@/components/shell/paths'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { TextLink } from '@/components/ui/text-link'
import { missingFor } from '@/components/wizard/missing'
import { ReadPanel } from '@/components/wizard/test/read-panel'
import { TokenPanel } from '@/components/wizard/test/token-panel'
import { WizardFrame } from '@/components/wizard/wizard-frame'
import type { Connection } from '@/lib/contract/connection'
import { stepNumber } from '@/lib/steps/step'
import { stepTitle } from '@/lib/steps/step-title'

/** *Putting it to the test*: the token explained, rows read, and the same calls as cURL. */
export function TestPage({ connectionId }: Readonly<{ connectionId: string }>) {
  const { data: connection } = useSuspenseQuery(connectionOf(connectionId))
  return (
    <WizardFrame connection={connection} current="test">
      <div>
        <p className="mb-1 text-muted text-sm">{connection.name} · After the five steps</p>
        <PageTitle title="Putting it to the test" />
        <p className="mt-3 max-w-prose">
          The five steps are worth what they let you read. Here is the token that Entra gives to
          your app, and real rows that Finance & Operations gives for it.
        </p>
      </div>
      <OpenStep connection={connection} />
      {missingFor('trust', connection) ? null : (
        <>
          <TokenPanel connectionId={connectionId} />
          <ReadPanel connection={connection} />
        </>
      )}
      <div className="flex flex-wrap gap-3 border-line border-t pt-6">
        <ButtonLink href={paths.connection(connectionId)} variant="primary">
          Finish
          <ArrowRight aria-hidden="true" />
        </ButtonLink>
        <ButtonLink href={paths.explorer(connectionId)}>Explore everything it can read</ButtonLink>
      </div>
    </WizardFrame>
  )
}

/** Says which step is still open, since what follows may fail because of it. */
function OpenStep({ connection }: Readonly<{ connection: Connection }>) {
  const open = connection.steps.find((state) => state.status !== 'passed')
  if (!open) return null
  const missing = missingFor('trust', connection)
  const name = `Step ${stepNumber(open.step)}, ${stepTitle(open.step)}`
  return (
    <Callout tone="warning" title={`${name}, has not passed yet`}>
      <p>
        {missing?.text ?? 'What you see below may fail because of it.'}{' '}
        <TextLink href={paths.setup(connection.id, open.step)}>Go to that step</TextLink>
      </p>
    </Callout>
  )
}
