'use client'

import { Download } from 'lucide-react'
import { useMemo } from 'react'
import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { CopyButton } from '@/components/ui/copy-button'
import { MarkedCode } from '@/components/ui/marked-code'
import { saveText } from '@/components/ui/save-text'
import { type CodeRequest, secretVariable } from '@/lib/code/code-request'
import type { CodeLanguageFacts } from '@/lib/code/languages'
import { markCode } from '@/lib/code/mark-code'

type Props = Readonly<{
  language: CodeLanguageFacts
  request: CodeRequest
  fileName: string
  isPractice: boolean
}>

/** One program: what it needs, where its secret goes, and the program itself. */
export function CodeListing({ language, request, fileName, isPractice }: Props) {
  const { id, name, needs, secretIn, write } = language
  const code = useMemo(() => write(request), [write, request])
  const parts = useMemo(() => markCode(id, code), [id, code])
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line px-4 py-3 sm:px-6">
        <p className="max-w-prose min-w-60 flex-1 text-sm text-muted">
          Reads what the Data tab reads, every page of it. Needs {needs}. The app’s secret goes into{' '}
          {secretIn} <Code>{secretVariable}</Code>; the code does not hold it.
          {isPractice ? ' The practice hosts can be reached from this server only.' : null}
        </p>
        <div className="flex gap-2">
          <CopyButton value={code} label={`Copy the ${name} code`} text="Copy" />
          <Button size="sm" onClick={() => saveText(fileName, code, 'text/plain')}>
            <Download aria-hidden="true" />
            Download
          </Button>
        </div>
      </div>
      <section
        aria-label={`${name} code`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-auto overscroll-contain bg-surface -outline-offset-2"
      >
        <pre className="w-max min-w-full p-4 font-mono text-sm leading-6 sm:px-6">
          <MarkedCode parts={parts} />
        </pre>
      </section>
    </div>
  )
}
