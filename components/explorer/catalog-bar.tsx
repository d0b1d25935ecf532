'use client'

import { useQueryClient } from '@tanstack/react-query'
import { RefreshCw, X } from 'lucide-react'
import { entitySetsOf } from '@/components/data/connection-queries'
import { fetchJson } from '@/components/data/fetch-json'
import { CatalogFailure } from '@/components/explorer/catalog-failure'
import { CatalogProgress } from '@/components/explorer/catalog-progress'
import { countChange } from '@/components/explorer/catalog-run'
import { LabelBar } from '@/components/explorer/label-bar'
import { useCatalogRun } from '@/components/explorer/use-catalog-run'
import type { DiagnosisView } from '@/components/shell/diagnosis-view'
import { paths } from '@/components/shell/paths'
import { Ago } from '@/components/ui/ago'
import { Button } from '@/components/ui/button'
import { buttonLook } from '@/components/ui/button-look'
import { cx } from '@/components/ui/cx'
import { Spinner } from '@/components/ui/spinner'
import { TextLink } from '@/components/ui/text-link'
import { type CatalogReading, EntitySetList } from '@/lib/contract/catalog'

type Props = Readonly<{ connectionId: string; Diagnosis: DiagnosisView }>

/** What is known of the environment's entities, how old that is, and the way to read it again. */
export function CatalogBar({ connectionId, Diagnosis }: Props) {
  const client = useQueryClient()
  const { present, isKnown, run, lastRun, start, cancel, dismiss } = useCatalogRun(connectionId)
  const readAgain = () => {
    start()
    void rereadNames(client, connectionId)
  }
  const isUnderWay = run.phase === 'reading' || run.phase === 'elsewhere'
  return (
    <footer className="flex flex-col gap-2 border-t border-line px-4 py-2 text-xs text-muted">
      <LabelBar connectionId={connectionId} />
      {run.phase === 'finished' && run.before ? (
        <Changed
          connectionId={connectionId}
          before={run.before}
          reading={run.reading}
          onDismiss={dismiss}
        />
      ) : null}
      {run.phase === 'failed' ? (
        <CatalogFailure
          failed={run.failed}
          isFirst={!present}
          connectionId={connectionId}
          Diagnosis={Diagnosis}
          onRetry={readAgain}
        />
      ) : null}
      {run.phase === 'idle' && lastRun?.byNight && lastRun.outcome?.how === 'failed' ? (
        <CatalogFailure
          failed={{ type: 'failed', ...lastRun.outcome }}
          since={lastRun.startedAt}
          isFirst={!present}
          connectionId={connectionId}
          Diagnosis={Diagnosis}
          onRetry={readAgain}
        />
      ) : null}
      {run.phase === 'reading' ? <CatalogProgress run={run} onCancel={cancel} /> : null}
      {run.phase === 'elsewhere' ? (
        <p className="flex items-center gap-2">
          <Spinner label="Reading" />
          The catalog is being read elsewhere.
        </p>
      ) : null}
      {isUnderWay || (run.phase === 'failed' && !present) ? null : (
        <Present
          connectionId={connectionId}
          reading={present}
          wasByNight={lastRun?.byNight === true && lastRun.outcome?.how === 'read'}
          isKnown={isKnown}
          onRead={readAgain}
        />
      )}
    </footer>
  )
}

type PresentProps = Readonly<{
  connectionId: string
  reading: CatalogReading | undefined
  /** Whether the server read it by itself. */
  wasByNight: boolean
  isKnown: boolean
  onRead: () => void
}>

function Present({ connectionId, reading, wasByNight, isKnown, onRead }: PresentProps) {
  if (!reading) {
    return isKnown ? (
      <div className="flex items-center justify-between gap-3">
        <p>Names only: the catalog was not read.</p>
        <Button size="sm" onClick={onRead}>
          Read it
        </Button>
      </div>
    ) : null
  }
  const { sets, properties } = reading.counts
  return (
    <div className="flex items-center justify-between gap-3">
      <p className="min-w-0 tabular-nums">
        {sets.toLocaleString('en')} sets, {properties.toLocaleString('en')} fields
        <br />
        Read {wasByNight ? 'by night, ' : null}
        <Ago iso={reading.lastReadAt} /> ·{' '}
        <TextLink href={paths.drift(connectionId)}>Compare</TextLink>
      </p>
      <button type="button" onClick={onRead} className={cx(buttonLook('ghost', 'sm'), '-mr-2.5')}>
        <RefreshCw aria-hidden="true" />
        Read again
      </button>
    </div>
  )
}

type ChangedProps = Readonly<{
  connectionId: string
  before: CatalogReading
  reading: CatalogReading
  onDismiss: () => void
}>

function Changed({ connectionId, before, reading, onDismiss }: ChangedProps) {
  return (
    <div
      role="status"
      className="flex items-start justify-between gap-2 rounded-md bg-info-soft px-3 py-2 text-ink"
    >
      <p>
        <span className="font-medium">The environment has changed</span> since it was read{' '}
        <Ago iso={before.lastReadAt} />: {countChange(before.counts, reading.counts)}.{' '}
        <TextLink href={paths.drift(connectionId, before.hash)}>See what is different</TextLink>
      </p>
      <button
        type="button"
        aria-label="Dismiss"
        onClick={onDismiss}
        className="-mt-1 -mr-2 grid size-7 shrink-0 place-items-center rounded-sm text-muted hover:text-ink"
      >
        <X aria-hidden="true" className="size-4" />
      </button>
    </div>
  )
}

/** The names are shown until there is a catalog, and by whoever else reads them. */
async function rereadNames(
  client: ReturnType<typeof useQueryClient>,
  connectionId: string,
): Promise<void> {
  const url = `/api/connections/${connectionId}/entity-sets?refresh=true`
  try {
    client.setQueryData(entitySetsOf(connectionId).queryKey, await fetchJson(EntitySetList, url))
  } catch {
    // The reading of the catalog fails for the same reason, and tells it.
  }
}
