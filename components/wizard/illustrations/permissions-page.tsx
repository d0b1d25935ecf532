import { Mark } from '@/components/wizard/illustrations/mark'
import { MockButton } from '@/components/wizard/illustrations/mock-button'
import { MockCell } from '@/components/wizard/illustrations/mock-cell'
import { MockWindow } from '@/components/wizard/illustrations/mock-window'

/** Which instruction speaks of which part of the page. */
export type PermissionMarks = Readonly<
  Partial<Record<'addPermission' | 'api' | 'permission' | 'consent', number>>
>

type Props = Readonly<{ appName: string; permission: string; marks: PermissionMarks }>

/** *API permissions* with the Dynamics ERP permission added and consent granted. */
export function PermissionsPage({ appName, permission, marks }: Props) {
  return (
    <MockWindow
      label={`Drawing of the page "API permissions" of ${appName}: the application permission ${permission} of Dynamics ERP, and the button "Grant admin consent", after which the status is Granted`}
      crumbs={['App registrations', appName, 'API permissions']}
    >
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        <MockButton mark={marks.addPermission}>+ Add a permission</MockButton>
        <MockButton primary mark={marks.consent}>
          ✓ Grant admin consent
        </MockButton>
      </div>
      <div className="border-line border-t pt-3">
        <span className="flex items-center gap-2 font-medium text-xs">
          <Mark number={marks.api} />
          Dynamics ERP
        </span>
        <div className="mt-2 grid @2xl:grid-cols-[1.6fr_1fr_1fr_1.4fr] @sm:grid-cols-2 gap-3">
          <MockCell head="Permission" mark={marks.permission} tone="wanted" mono>
            {permission}
          </MockCell>
          <MockCell head="Type">Application</MockCell>
          <MockCell head="Consent required">Yes</MockCell>
          <MockCell head="Status">
            <span className="text-success">✓ Granted</span>
          </MockCell>
        </div>
      </div>
    </MockWindow>
  )
}
