'use client'

import { useQuery } from '@tanstack/react-query'
import { useSelectedLayoutSegment } from 'next/navigation'
import type { ReactNode } from 'react'
import { catalogOf } from '@/components/data/catalog-queries'
import { ProblemCallout } from '@/components/data/problem-callout'
import { useCatalogSearch } from '@/components/data/use-found-sets'
import { EntitySetFinder } from '@/components/explorer/entity-set-finder'
import { Breadcrumb } from '@/components/shell/breadcrumb'
import { paths } from '@/components/shell/paths'
import { Ago } from '@/components/ui/ago'
import { cx } from '@/components/ui/cx'
import { Skeleton } from '@/components/ui/skeleton'
import { TextLink } from '@/components/ui/text-link'

type Props = Readonly<{ fileId: string; name: string; children: ReactNode }>

/** As the explorer of a connection, for a catalog that comes from a file. */
export function FileFrame({ fileId, name, children }: Props) {
  const opened = useSelectedLayoutSegment() !== null
  const Heading = opened ? 'p' : 'h1'
  return (
    <div className="flex h-[calc(100dvh-3.5rem-1px)] min-h-96">
      <aside
        aria-label="Entity sets"
        className={cx(
          'flex w-full shrink-0 flex-col border-line bg-surface lg:w-80 lg:border-r',
          opened && 'max-lg:hidden',
        )}
      >
        <div className="border-b border-line px-4 pt-4 pb-1">
          <Breadcrumb trail={[{ href: paths.connections(), label: 'Connections' }]} />
          <Heading className="truncate pb-2 text-lg font-semibold" title={name}>
            {name}
          </Heading>
        </div>
        <FilePane fileId={fileId} />
      </aside>
      <div className={cx('flex min-w-0 flex-1 flex-col', !opened && 'max-lg:hidden')}>
        {children}
      </div>
    </div>
  )
}

function FilePane({ fileId }: Readonly<{ fileId: string }>) {
  const { data, error } = useQuery(catalogOf(fileId))
  const search = useCatalogSearch(fileId)
  const reading = data?.readings[0]
  if (error) return <ProblemCallout error={error} className="m-4" />
  if (!search || !reading) {
    return (
      <div role="status" className="flex flex-col gap-3 p-4">
        <span className="sr-only">Opening the catalog</span>
        <Skeleton className="h-10" />
        <Skeleton className="h-5 w-40" />
        <Skeleton className="h-5 w-56" />
      </div>
    )
  }
  const { sets, properties } = reading.counts
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <EntitySetFinder connectionId={fileId} search={search} onlyNames={false} />
      <footer className="border-t border-line px-4 py-2 text-xs text-muted tabular-nums">
        {sets.toLocaleString('en')} sets, {properties.toLocaleString('en')} fields, from a file
        <br />
        Opened <Ago iso={reading.lastReadAt} /> ·{' '}
        <TextLink href={paths.drift(fileId)}>Compare</TextLink>
      </footer>
    </div>
  )
}
