'use client'

import { useState } from 'react'
import { BasketButtons } from '@/components/explorer/basket/basket-buttons'
import { CodePanel } from '@/components/explorer/code/code-panel'
import { EntityDetail } from '@/components/explorer/entity-detail'
import { EntityFacts } from '@/components/explorer/entity-facts'
import { ExportButton } from '@/components/explorer/exports/export-button'
import { FieldsPanel } from '@/components/explorer/fields-panel'
import { RelationsPanel } from '@/components/explorer/relations-panel'
import { RowsPanel } from '@/components/explorer/rows-panel'
import { RunRecorder } from '@/components/explorer/saved/run-recorder'
import { SaveButton } from '@/components/explorer/saved/save-button'
import { Breadcrumb } from '@/components/shell/breadcrumb'
import type { DiagnosisView } from '@/components/shell/diagnosis-view'
import { paths } from '@/components/shell/paths'
import { useQueryParam } from '@/components/shell/use-query-param'
import { Tabs } from '@/components/ui/tabs'

type Props = Readonly<{ connectionId: string; entitySet: string; Diagnosis: DiagnosisView }>

const tabs = ['data', 'fields', 'relations', 'code'] as const
type Tab = (typeof tabs)[number]

/** One entity set: its rows, and what the catalog says of it. The tab is part of the address. */
export function EntityPage({ connectionId, entitySet, Diagnosis }: Props) {
  const [find] = useQueryParam('find')
  const [param, setParam] = useQueryParam('tab')
  const tab = parseTab(param)
  // Rows cost the environment something, so they are read only once somebody looks at them.
  const [wantsRows, setWantsRows] = useState(tab === 'data')
  const show = (next: string) => {
    setParam(next === 'data' ? '' : next)
    if (next === 'data') setWantsRows(true)
  }
  const place = { connectionId, entitySet }
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <header className="bg-surface px-4 pt-4 sm:px-6">
        <div className="lg:hidden">
          <Breadcrumb
            trail={[
              { href: paths.explorer(connectionId, undefined, { find }), label: 'All entity sets' },
            ]}
          />
        </div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <h1 className="text-xl font-semibold break-all">{entitySet}</h1>
          <EntityFacts {...place} />
          <div className="ml-auto flex flex-wrap gap-2">
            <BasketButtons {...place} />
            {tab === 'data' ? (
              <>
                <SaveButton {...place} />
                <ExportButton {...place} />
                <RunRecorder {...place} />
              </>
            ) : null}
          </div>
        </div>
      </header>
      <Tabs
        label={`Views of ${entitySet}`}
        value={tab}
        onValueChange={show}
        className="flex-1 [&>:first-child]:bg-surface"
        items={[
          {
            value: 'data',
            label: 'Data',
            kept: true,
            panel:
              wantsRows || tab === 'data' ? <RowsPanel {...place} Diagnosis={Diagnosis} /> : null,
          },
          {
            value: 'fields',
            label: 'Fields',
            panel: <EntityDetail {...place} Diagnosis={Diagnosis} View={FieldsPanel} />,
          },
          {
            value: 'relations',
            label: 'Relations',
            panel: <EntityDetail {...place} Diagnosis={Diagnosis} View={RelationsPanel} />,
          },
          { value: 'code', label: 'Code', panel: <CodePanel {...place} /> },
        ]}
      />
    </div>
  )
}

function parseTab(param: string): Tab {
  return tabs.find((tab) => tab === param) ?? 'data'
}
