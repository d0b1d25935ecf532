'use client'

import { useQuery } from '@tanstack/react-query'
import { Download, LifeBuoy } from 'lucide-react'
import { useState } from 'react'
import { ProblemCallout } from '@/components/data/problem-callout'
import { supportBundlePath, supportSummaryOf } from '@/components/proof/queries'
import { Button } from '@/components/ui/button'
import { buttonLook } from '@/components/ui/button-look'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'

type Props = Readonly<{ connectionId: string; proofId: string; size?: 'sm' | 'md' }>

/** Shows what a support bundle of this proof would hold, before anything leaves the house. */
export function SupportBundle({ connectionId, proofId, size = 'md' }: Props) {
  const [open, setOpen] = useState(false)
  const summary = useQuery({ ...supportSummaryOf(connectionId, proofId), enabled: open })
  return (
    <>
      <Button size={size} onClick={() => setOpen(true)}>
        <LifeBuoy aria-hidden="true" />
        Support bundle
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        size="lg"
        title="Support bundle"
        description="For whoever helps you: what broke, what was ruled out, the ids that Microsoft asks for. Tokens and secrets are left out; read it before you send it."
      >
        {summary.error ? <ProblemCallout error={summary.error} /> : null}
        {summary.data === undefined && !summary.error ? <SummarySkeleton /> : null}
        {summary.data === undefined ? null : (
          <section
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
            tabIndex={0}
            aria-label="What the bundle says"
            className="max-h-[50vh] overflow-auto rounded-md border border-line bg-sunken p-4"
          >
            <pre className="font-mono text-xs leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere]">
              {summary.data}
            </pre>
          </section>
        )}
        <div className="mt-4 flex flex-wrap items-center justify-end gap-3">
          {summary.data === undefined ? null : (
            <CopyButton
              value={summary.data}
              label="Copy the summary for a ticket"
              text="Copy for a ticket"
              className="min-h-10"
            />
          )}
          <a
            href={supportBundlePath(connectionId, proofId)}
            download
            className={buttonLook('primary', 'md')}
          >
            <Download aria-hidden="true" />
            Download (.zip)
          </a>
        </div>
      </Dialog>
    </>
  )
}

function SummarySkeleton() {
  return (
    <div aria-hidden="true" className="flex flex-col gap-3 rounded-md border border-line p-4">
      <Skeleton className="h-4 w-4/5" />
      <Skeleton className="h-4 w-3/5" />
      <Skeleton className="h-4 w-2/3" />
    </div>
  )
}
