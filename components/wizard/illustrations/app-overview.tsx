import { MockField } from '@/components/wizard/illustrations/mock-field'
import { MockValue } from '@/components/wizard/illustrations/mock-value'
import { MockWindow } from '@/components/wizard/illustrations/mock-window'

/** Which instruction tells to copy which id. */
export type OverviewMarks = Readonly<Partial<Record<'clientId' | 'tenantId', number>>>

type Props = Readonly<{
  appName: string
  clientId: string | null
  tenantId: string | null
  marks: OverviewMarks
}>

const someId = '00000000-0000-0000-0000-000000000000'

/** The app's overview page: three ids that look the same, of which two are wanted. */
export function AppOverview({ appName, clientId, tenantId, marks }: Props) {
  return (
    <MockWindow
      label={`Drawing of the overview page of ${appName}: the ids of the app and of the tenant are marked, the third id is crossed out`}
      crumbs={['App registrations', appName, 'Overview']}
    >
      <MockField label="Display name">
        <MockValue>{appName}</MockValue>
      </MockField>
      <MockField label="Application (client) ID" mark={marks.clientId}>
        <MockValue tone="wanted" mono>
          {clientId ?? someId}
        </MockValue>
      </MockField>
      <MockField label="Object ID">
        <MockValue tone="avoid" mono>
          {someId}
        </MockValue>
        <span className="mt-1 block text-danger text-xs">Looks the same, is not asked for</span>
      </MockField>
      <MockField label="Directory (tenant) ID" mark={marks.tenantId}>
        <MockValue tone="wanted" mono>
          {tenantId ?? someId}
        </MockValue>
      </MockField>
    </MockWindow>
  )
}
