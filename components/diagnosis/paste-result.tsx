import { ClaimList } from '@/components/diagnosis/claim-list'
import { DiagnosisCard } from '@/components/diagnosis/diagnosis-card'
import { FactList } from '@/components/diagnosis/fact-list'
import { type ReadPaste, toResultText } from '@/components/diagnosis/read-paste'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'

/** What a pasted text means, what was recognised in it, and the text without its secrets. */
export function PasteResult({ result }: Readonly<{ result: ReadPaste }>) {
  const { diagnosis, sure, namesError, facts, claims, redacted, isPart } = result
  return (
    <div className="grid grid-cols-1 gap-5">
      <p role="status" className="sr-only">
        {sure ? '' : 'Not sure: '}
        {diagnosis.title}
      </p>
      <section aria-label="Diagnosis" className="grid grid-cols-1 gap-3">
        <h2 className="sr-only">Diagnosis</h2>
        {namesError ? <Doubt result={result} /> : <Unclear result={result} />}
        {namesError ? (
          <DiagnosisCard diagnosis={diagnosis} failure={null} tone={sure ? 'failed' : 'warned'} />
        ) : null}
        <div className="flex flex-wrap items-center gap-2">
          <CopyButton
            value={toResultText(result)}
            label="Copy the result as text"
            text="Copy result"
          />
        </div>
      </section>
      <Card title="What was recognised">
        <FactList facts={facts} />
      </Card>
      {claims.length > 0 ? (
        <Card title="Claims of the token">
          <ClaimList claims={claims} />
        </Card>
      ) : null}
      <Card
        title="The text, without tokens and secrets"
        aside={<CopyButton value={redacted} label="Copy the text without secrets" text="Copy" />}
      >
        {isPart ? (
          <p className="mb-3 text-sm">
            It is very long: its beginning, its end and what stands around a code were read.
          </p>
        ) : null}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section aria-label="Text without secrets" tabIndex={0} className={textLook}>
          <pre className="whitespace-pre-wrap break-all font-mono text-sm leading-6">
            {redacted}
          </pre>
        </section>
        <p className="mt-3 text-muted text-sm">
          What looks like a token or a secret is blanked. Read it through before you hand it on:
          names, addresses and ids are still in it.
        </p>
      </Card>
    </div>
  )
}

const textLook = 'max-h-96 overflow-auto rounded-md border border-line bg-sunken p-4'

function Doubt({ result }: Readonly<{ result: ReadPaste }>) {
  if (result.sure) return null
  return (
    <Callout tone="warning" title="Not sure">
      {result.lacks.length > 0
        ? `Take this as one possibility. Surer with more of the text: ${toList(result.lacks)}.`
        : 'Take this as one possibility: the answer fits others too.'}
    </Callout>
  )
}

function Unclear({ result }: Readonly<{ result: ReadPaste }>) {
  const { title, cause, fix } = result.diagnosis
  return (
    <Callout tone="neutral" title={title}>
      <p>{cause}</p>
      <ul className="mt-2 grid list-disc gap-1 pl-5">
        {fix.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Callout>
  )
}

function toList(words: readonly string[]): string {
  const [last, ...before] = words.toReversed()
  return before.length === 0 ? (last ?? '') : `${before.toReversed().join(', ')} and ${last}`
}
