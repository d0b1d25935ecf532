'use client'

import { Table2 } from 'lucide-react'
import { HistoryPanel } from '@/components/explorer/saved/history-panel'
import { SavedPanel } from '@/components/explorer/saved/saved-panel'
import { Breadcrumb } from '@/components/shell/breadcrumb'
import { PageTitle } from '@/components/shell/page-title'
import { paths } from '@/components/shell/paths'
import { useQueryParam } from '@/components/shell/use-query-param'
import { ButtonLink } from '@/components/ui/button-link'
import { SearchInput } from '@/components/ui/search-input'
import { Tabs } from '@/components/ui/tabs'

type Props = Readonly<{ connectionId: string; connectionName: string }>

/** The queries that the team has saved for a connection, and those that the person has run. */
export function QueriesPage({ connectionId, connectionName }: Props) {
  const [text, setText] = useQueryParam('q')
  const [tab, setTab] = useQueryParam('tab')
  return (
    <div className="flex flex-col gap-6">
      <div>
        <Breadcrumb
          trail={[
            { href: paths.connections(), label: 'Connections' },
            { href: paths.connection(connectionId), label: connectionName },
          ]}
        />
        <PageTitle
          title="Queries"
          actions={
            <ButtonLink href={paths.explorer(connectionId)}>
              <Table2 aria-hidden="true" />
              Explore data
            </ButtonLink>
          }
        >
          Saved ones are the team’s; the history is yours alone.
        </PageTitle>
      </div>
      <SearchInput
        label="Search queries"
        placeholder="Name, entity, field or person"
        value={text}
        onValueChange={setText}
        className="max-w-md"
      />
      <Tabs
        label="Queries"
        value={tab === 'history' ? 'history' : 'saved'}
        onValueChange={(next) => setTab(next === 'history' ? 'history' : '')}
        items={[
          {
            value: 'saved',
            label: 'Saved',
            panel: <SavedPanel connectionId={connectionId} text={text} />,
          },
          {
            value: 'history',
            label: 'History',
            panel: <HistoryPanel connectionId={connectionId} text={text} />,
          },
        ]}
      />
    </div>
  )
}
