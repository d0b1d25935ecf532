'use client'

import { Bookmark } from 'lucide-react'
import { useSelectedLayoutSegment } from 'next/navigation'
import type { ReactNode } from 'react'
import { BasketOpener } from '@/components/explorer/basket/basket-opener'
import { EntitySetPane } from '@/components/explorer/entity-set-pane'
import { ExportsLink } from '@/components/explorer/exports/exports-link'
import { Breadcrumb } from '@/components/shell/breadcrumb'
import type { DiagnosisView } from '@/components/shell/diagnosis-view'
import { paths } from '@/components/shell/paths'
import { ButtonLink } from '@/components/ui/button-link'
import { cx } from '@/components/ui/cx'

type Props = Readonly<{
  connectionId: string
  connectionName: string
  Diagnosis: DiagnosisView
  children: ReactNode
}>

/** The list at the left, what is opened at the right; on a narrow screen one after the other. */
export function ExplorerFrame({ connectionId, connectionName, Diagnosis, children }: Props) {
  const opened = useSelectedLayoutSegment() !== null
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
          <Breadcrumb
            trail={[
              { href: paths.connections(), label: 'Connections' },
              { href: paths.connection(connectionId), label: connectionName },
            ]}
          />
          <div className="flex flex-wrap items-center justify-between gap-x-2 pb-2">
            {opened ? (
              <p className="text-lg font-semibold">Explore data</p>
            ) : (
              <h1 className="text-lg font-semibold">Explore data</h1>
            )}
            <div className="-mr-2.5 flex flex-wrap items-center gap-x-1">
              <BasketOpener connectionId={connectionId} />
              <ButtonLink href={paths.queries(connectionId)} size="sm" variant="ghost">
                <Bookmark aria-hidden="true" />
                Queries
              </ButtonLink>
              <ExportsLink connectionId={connectionId} />
            </div>
          </div>
        </div>
        <EntitySetPane connectionId={connectionId} Diagnosis={Diagnosis} />
      </aside>
      <div className={cx('flex min-w-0 flex-1 flex-col', !opened && 'max-lg:hidden')}>
        {children}
      </div>
    </div>
  )
}
