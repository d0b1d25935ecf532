'use client'

import type { ReactNode } from 'react'
import { problemWords } from '@/components/data/problem-words'
import { Callout } from '@/components/ui/callout'
import { Code } from '@/components/ui/code'

type Props = Readonly<{ error: unknown; children?: ReactNode; className?: string }>

/** An error of our own API, told to a person; `children` is what can be done about it. */
export function ProblemCallout({ error, children, className }: Props) {
  const words = problemWords(error)
  return (
    <Callout tone="danger" live={true} title={words.title} {...(className ? { className } : {})}>
      <p>{words.detail}</p>
      {words.requestId ? (
        <p className="mt-1 text-sm text-muted">
          Request <Code>{words.requestId}</Code>
        </p>
      ) : null}
      {children ? <div className="mt-3 flex flex-wrap gap-3">{children}</div> : null}
    </Callout>
  )
}
