'use client'

import { ClipboardPaste, SearchX } from 'lucide-react'
import { useDeferredValue, useMemo, useRef } from 'react'
import { EntryRow } from '@/components/diagnosis/entry-row'
import {
  type EntryGroup,
  findEntries,
  parseStepChoice,
  type StepChoice,
} from '@/components/diagnosis/find-entries'
import { StepFilter } from '@/components/diagnosis/step-filter'
import { paths } from '@/components/shell/paths'
import { useQueryParam } from '@/components/shell/use-query-param'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Kbd } from '@/components/ui/kbd'
import { SearchInput } from '@/components/ui/search-input'
import { useSlashKey } from '@/components/ui/use-slash-key'
import { knowledge } from '@/lib/diagnosis/knowledge'
import { stepNumber } from '@/lib/steps/step'
import { stepTitle } from '@/lib/steps/step-title'

/** All that is known, narrowed by words and by step; both stand in the address. */
export function KnowledgeFinder() {
  const [text, setText] = useQueryParam('q')
  const [step, setStep] = useQueryParam('step')
  const input = useRef<HTMLInputElement>(null)
  useSlashKey(input)
  const sought = useDeferredValue(text)
  const choice = parseStepChoice(step)
  const found = useMemo(() => findEntries(sought, choice), [sought, choice])
  const choose = (next: StepChoice) => setStep(next === 'all' ? '' : next)
  return (
    <div className="grid grid-cols-1 gap-x-8 lg:grid-cols-[16rem_minmax(0,1fr)]">
      <div className="sticky top-14 z-10 bg-bg py-3 lg:col-span-2">
        <SearchInput
          ref={input}
          label="Search the knowledge"
          placeholder="AADSTS7000215, 429, expired secret ..."
          value={text}
          onValueChange={setText}
        />
        {text === '' ? (
          <span className="pointer-events-none absolute inset-y-0 right-3 flex items-center max-lg:hidden">
            <Kbd>/</Kbd>
          </span>
        ) : null}
      </div>
      <div className="mb-4 self-start lg:sticky lg:top-36 lg:mb-0">
        <StepFilter choice={choice} counts={found.counts} onChoose={choose} />
      </div>
      <div className="min-w-0">
        <p role="status" className="mb-3 text-muted text-sm tabular-nums lg:py-2">
          {summaryOf(sought, found.counts[choice])}
        </p>
        {found.groups.map((group) => (
          <Group key={group.of} group={group} sought={sought} meant={found.meant} />
        ))}
        {found.groups.length === 0 ? (
          <NothingFound
            text={sought}
            elsewhere={found.counts.all}
            onAllSteps={() => choose('all')}
            onClear={() => {
              setText('')
              input.current?.focus()
            }}
          />
        ) : null}
      </div>
    </div>
  )
}

function summaryOf(text: string, count: number): string {
  const entries = `${count} ${count === 1 ? 'entry' : 'entries'}`
  if (text.trim() !== '') return `${entries} for “${text.trim()}”`
  return count === knowledge.length ? entries : `${entries} of ${knowledge.length}`
}

type GroupProps = Readonly<{ group: EntryGroup; sought: string; meant: string | null }>

function Group({ group, sought, meant }: GroupProps) {
  return (
    <section aria-label={groupTitle(group.of)} className="mb-8">
      <h2 className={group.of === 'found' ? 'sr-only' : 'mb-2 font-semibold text-lg'}>
        {groupTitle(group.of)}
      </h2>
      <ul className="overflow-hidden rounded-lg border border-line bg-surface">
        {group.entries.map((entry) => (
          <EntryRow
            // What the words mean opens by itself; what a person opened stays while they type on.
            key={entry.id === meant ? `${entry.id} ${sought}` : entry.id}
            entry={entry}
            showStep={group.of === 'found'}
            openAtFirst={entry.id === meant}
          />
        ))}
      </ul>
    </section>
  )
}

function groupTitle(of: EntryGroup['of']): string {
  switch (of) {
    case 'found':
      return 'What was found'
    case 'none':
      return 'No step to blame'
    case 'listed':
      return 'Other codes of Microsoft Entra ID'
    case 'register':
    case 'secret':
    case 'permissions':
    case 'credentials':
    case 'trust':
      return `Step ${stepNumber(of)}: ${stepTitle(of)}`
  }
}

type NothingProps = Readonly<{
  text: string
  /** How many there are in all steps. */
  elsewhere: number
  onAllSteps: () => void
  onClear: () => void
}>

function NothingFound({ text, elsewhere, onAllSteps, onClear }: NothingProps) {
  return (
    <EmptyState
      icon={<SearchX />}
      title={`Nothing for “${text.trim()}”${elsewhere > 0 ? ' in this step' : ''}`}
      action={
        <>
          {elsewhere > 0 ? (
            <Button variant="primary" onClick={onAllSteps}>
              Look in all steps ({elsewhere})
            </Button>
          ) : (
            <ButtonLink href={paths.pasteError()} variant="primary">
              <ClipboardPaste aria-hidden="true" />
              Paste the whole error
            </ButtonLink>
          )}
          <Button onClick={onClear}>Clear the search</Button>
        </>
      }
    >
      {elsewhere > 0
        ? 'Other steps have entries with these words.'
        : 'Try the code alone, or fewer words. Of a whole message more can be told than of a few words.'}
    </EmptyState>
  )
}
