'use client'

import { EntityDetail } from '@/components/explorer/entity-detail'
import { EntityFacts } from '@/components/explorer/entity-facts'
import { FieldsPanel } from '@/components/explorer/fields-panel'
import { RelationsPanel } from '@/components/explorer/relations-panel'
import { Breadcrumb } from '@/components/shell/breadcrumb'
import type { DiagnosisView } from '@/components/shell/diagnosis-view'
import { paths } from '@/components/shell/paths'
import { useQueryParam } from '@/components/shell/use-query-param'
import { Tabs } from '@/components/ui/tabs'

type Props = Readonly<{ fileId: string; entitySet: string; Diagnosis: DiagnosisView }>

/** What a catalog from a file says of one entity set; there are no rows to read. */
export function FileEntityPage({ fileId, entitySet, Diagnosis }: Props) {
  const [find] = useQueryParam('find')
  const [tab, setTab] = useQueryParam('tab')
  const place = { connectionId: fileId, entitySet }
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <header className="bg-surface px-4 pt-4 sm:px-6">
        <div className="lg:hidden">
          <Breadcrumb
            trail={[
              { href: paths.explorer(fileId, undefined, { find }), label: 'All entity sets' },
            ]}
          />
        </div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <h1 className="text-xl font-semibold break-all">{entitySet}</h1>
          <EntityFacts {...place} />
        </div>
      </header>
      <Tabs
        label={`Views of ${entitySet}`}
        value={tab === 'relations' ? tab : 'fields'}
        onValueChange={(next) => setTab(next === 'fields' ? '' : next)}
        className="flex-1 [&>:first-child]:bg-surface"
        items={[
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
        ]}
      />
    </div>
  )
}
