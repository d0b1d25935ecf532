import { type DriftShow, driftShows } from '@/components/explorer/drift-rows'
import { cx } from '@/components/ui/cx'
import type { DriftCounts } from '@/lib/odata/drift/drift'

type Props = Readonly<{
  counts: DriftCounts
  value: DriftShow
  onChange: (show: DriftShow) => void
}>

const words: Readonly<Record<DriftShow, string>> = {
  all: 'All',
  breaking: 'Breaking',
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
}

/** How many there are of each, and at the same time the choice of which are shown. */
export function DriftShowSwitch({ counts, value, onChange }: Props) {
  const all = counts.added + counts.removed + counts.changed
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="sr-only">Which differences are shown</legend>
      {driftShows.map((show) => (
        <button
          key={show}
          type="button"
          aria-pressed={show === value}
          onClick={() => onChange(show)}
          className={cx(
            'inline-flex min-h-8 items-center gap-1.5 rounded-md border px-2.5 text-sm font-medium',
            show === value
              ? 'border-accent bg-accent-soft text-ink'
              : 'border-line-strong bg-surface text-muted hover:text-ink',
          )}
        >
          {words[show]}
          <span
            className={cx(
              'tabular-nums',
              show === 'breaking' && counts.breaking > 0 ? 'text-danger' : 'text-muted',
            )}
          >
            {(show === 'all' ? all : counts[show]).toLocaleString('en')}
          </span>
        </button>
      ))}
    </fieldset>
  )
}
