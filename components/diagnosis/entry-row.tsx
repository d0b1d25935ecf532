'use client'

import { ChevronRight, Link2 } from 'lucide-react'
import { useId, useState } from 'react'
import { EntryDetails } from '@/components/diagnosis/entry-details'
import { StepBadge } from '@/components/diagnosis/step-badge'
import { paths } from '@/components/shell/paths'
import { ButtonLink } from '@/components/ui/button-link'
import { cx } from '@/components/ui/cx'
import type { KnowledgeEntry } from '@/lib/diagnosis/knowledge'

type Props = Readonly<{
  entry: KnowledgeEntry
  /** Where no heading above it names the step. */
  showStep: boolean
  openAtFirst: boolean
}>

const codesShown = 2

/**
 * One entry of the list: what it is in two lines, the rest one press away. Rows out of sight are
 * not laid out, and keep the height that they have or will have.
 */
export function EntryRow({ entry, showStep, openAtFirst }: Props) {
  const [isOpen, setIsOpen] = useState(openAtFirst)
  const panelId = useId()
  return (
    <li className="border-line border-b last:border-b-0 [contain-intrinsic-size:auto_4.625rem] [content-visibility:auto]">
      <h3>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={panelId}
          onClick={() => setIsOpen(!isOpen)}
          className="grid w-full grid-cols-[1rem_minmax(0,1fr)] gap-x-3 px-4 py-3 text-left -outline-offset-2 hover:bg-sunken sm:px-5 md:grid-cols-[1rem_minmax(0,1fr)_auto]"
        >
          <ChevronRight
            aria-hidden="true"
            className={cx('mt-1 size-4 text-muted transition-transform', isOpen && 'rotate-90')}
          />
          <span className="min-w-0">
            <span className="block font-semibold">{entry.title}</span>
            {isOpen ? null : (
              <span className="mt-0.5 line-clamp-2 max-w-[80ch] text-wrap font-normal text-muted text-sm sm:line-clamp-1">
                {entry.cause}
              </span>
            )}
          </span>
          <span className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 max-md:col-start-2 md:mt-0 md:flex-col md:items-end">
            <RowCodes codes={entry.codes} />
            {showStep ? <StepBadge step={entry.step} /> : null}
          </span>
        </button>
      </h3>
      <div id={panelId} hidden={!isOpen} className="px-4 pb-5 pl-11 sm:px-5 sm:pl-12">
        {isOpen ? (
          <>
            <EntryDetails entry={entry} level={4} />
            <ButtonLink
              href={paths.troubleshootingEntry(entry.id)}
              variant="ghost"
              size="sm"
              className="mt-4 -ml-2.5"
            >
              <Link2 aria-hidden="true" />
              Page of this entry
            </ButtonLink>
          </>
        ) : null}
      </div>
    </li>
  )
}

function RowCodes({ codes }: Readonly<{ codes: readonly string[] }>) {
  if (codes.length === 0) return null
  const more = codes.length - codesShown
  return (
    <span className="flex flex-wrap gap-x-3 font-mono font-normal text-muted text-xs leading-6">
      {codes.slice(0, codesShown).map((code) => (
        <span key={code}>{code}</span>
      ))}
      {more > 0 ? <span className="text-faint">+{more}</span> : null}
    </span>
  )
}
