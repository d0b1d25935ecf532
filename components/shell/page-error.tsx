'use client'

import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Code } from '@/components/ui/code'

type Props = Readonly<{ error: unknown; retry: () => void }>

function digestOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return undefined
  return typeof error.digest === 'string' ? error.digest : undefined
}

/** A page that could not be drawn: what to look for in the server's log, and another try. */
export function PageError({ error, retry }: Props) {
  const digest = digestOf(error)
  return (
    <Callout tone="danger" live={true} title="This page could not be shown">
      <p>
        Nothing was changed. The server's log tells what happened
        {digest ? (
          <>
            {' '}
            under <Code>{digest}</Code>
          </>
        ) : null}
        .
      </p>
      <Button size="sm" onClick={retry} className="mt-3">
        Try again
      </Button>
    </Callout>
  )
}
