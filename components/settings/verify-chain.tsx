'use client'

import { useMutation } from '@tanstack/react-query'
import { ShieldCheck } from 'lucide-react'
import { fetchJson, jsonBody } from '@/components/data/fetch-json'
import { ProblemCallout } from '@/components/data/problem-callout'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Code } from '@/components/ui/code'
import { AuditVerdict } from '@/lib/contract/audit'

const whys = {
  changed: 'It does not say any more what it said when it was written.',
  gap: 'The entry before it is gone or was exchanged.',
  cut: 'It is the first one left, and does not follow what retention noted: the beginning was cut off.',
} as const

/** Walks the chain of hashes on the server and says whether it is whole. */
export function VerifyChain() {
  const verify = useMutation({
    mutationFn: () => fetchJson(AuditVerdict, '/api/audit/verify', jsonBody('POST', {})),
  })
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="max-w-prose text-muted">
        Each entry holds a hash of itself and of the one before. Whoever changes or removes one
        breaks the chain.
      </p>
      <Button onClick={() => verify.mutate()} busy={verify.isPending}>
        <ShieldCheck aria-hidden="true" />
        Verify the chain
      </Button>
      {verify.error ? <ProblemCallout error={verify.error} /> : null}
      {verify.data ? <Verdict verdict={verify.data} /> : null}
    </div>
  )
}

function Verdict({ verdict }: Readonly<{ verdict: AuditVerdict }>) {
  if (!verdict.isWhole && verdict.why) {
    return (
      <Callout tone="danger" live={true} title={`The chain is broken at entry ${verdict.brokenAt}`}>
        {whys[verdict.why]} {verdict.entries} entries before it are as they were written.
      </Callout>
    )
  }
  return (
    <Callout tone="success" live={true} title={`All ${verdict.entries} entries are whole`}>
      {verdict.unchained > 0 ? (
        <p>{verdict.unchained} older ones were written before there was a chain.</p>
      ) : null}
      {verdict.head ? (
        <p className="break-all">
          Note the newest hash elsewhere, to see later that nothing before it was changed:{' '}
          <Code>{verdict.head}</Code>
        </p>
      ) : null}
    </Callout>
  )
}
