import { MockButton } from '@/components/wizard/illustrations/mock-button'
import { MockCell } from '@/components/wizard/illustrations/mock-cell'
import { MockWindow } from '@/components/wizard/illustrations/mock-window'

/** Which instruction speaks of which part of the form. */
export type ClientsMarks = Readonly<
  Partial<Record<'newRow' | 'clientId' | 'name' | 'userId' | 'save', number>>
>

type Props = Readonly<{
  host: string
  clientId: string | null
  name: string
  userId: string
  marks: ClientsMarks
}>

/** The F&O form *Microsoft Entra ID applications* with the row that step 5 adds. */
export function FinopsClientsForm({ host, clientId, name, userId, marks }: Props) {
  return (
    <MockWindow
      label={`Drawing of the form "Microsoft Entra ID applications" of ${host}: a row with the client id ${clientId ?? 'of step 1'}, the name ${name} and the user ${userId}`}
      crumbs={[host, 'System administration', 'Setup', 'Microsoft Entra ID applications']}
    >
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        <MockButton mark={marks.save}>Save</MockButton>
        <MockButton primary mark={marks.newRow}>
          + New
        </MockButton>
      </div>
      <div className="grid @2xl:grid-cols-[2fr_1fr_1fr] gap-3 border-line border-t pt-3">
        <MockCell head="Client Id" mark={marks.clientId} tone="wanted" mono>
          {clientId ?? 'your Application (client) ID'}
        </MockCell>
        <MockCell head="Name" mark={marks.name}>
          {name}
        </MockCell>
        <MockCell head="User ID" mark={marks.userId} tone="wanted">
          {userId}
        </MockCell>
      </div>
    </MockWindow>
  )
}
