'use client'

import { useCatalogRun } from '@/components/explorer/use-catalog-run'
import { Button } from '@/components/ui/button'
import { Spinner } from '@/components/ui/spinner'

type Props = Readonly<{
  connectionId: string
  entitySet: string
  /** Whether what the catalog says of it is on its way. */
  isPending: boolean
}>

/** Why there is nothing to pick from yet, and how that changes; the text needs none of it. */
export function NoCatalog({ connectionId, entitySet, isPending }: Props) {
  const { present, isKnown, run, start } = useCatalogRun(connectionId)
  const isRead = run.phase === 'reading' || run.phase === 'elsewhere'
  const isUnderWay = isRead || isPending || !isKnown
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-line bg-sunken px-3 py-2 text-sm text-muted"
    >
      {isUnderWay ? <Spinner label="Reading" /> : null}
      <p className="min-w-0 flex-1 basis-64">{wordsFor({ isUnderWay, present, entitySet })}</p>
      {isUnderWay ? null : (
        <Button size="sm" onClick={start}>
          {present ? 'Read it again' : 'Read the catalog'}
        </Button>
      )}
    </div>
  )
}

type Known = Readonly<{ isUnderWay: boolean; present: object | undefined; entitySet: string }>

function wordsFor({ isUnderWay, present, entitySet }: Known): string {
  if (isUnderWay) {
    return 'The catalog of this environment is being read: fields can be picked as soon as it is there. The text above works without it.'
  }
  if (present) {
    return `The catalog does not know ${entitySet}; perhaps it is older. The text above works without it.`
  }
  return 'To pick fields, read the catalog of this environment once. The text above works without it.'
}
