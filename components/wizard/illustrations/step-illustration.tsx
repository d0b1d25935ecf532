import { AppOverview } from '@/components/wizard/illustrations/app-overview'
import { FinopsClientsForm } from '@/components/wizard/illustrations/finops-clients-form'
import { PermissionsPage } from '@/components/wizard/illustrations/permissions-page'
import { RegistrationForm } from '@/components/wizard/illustrations/registration-form'
import { SecretsPage } from '@/components/wizard/illustrations/secrets-page'
import { dayAfter, toDay } from '@/components/wizard/secret-days'
import type { Connection } from '@/lib/contract/connection'
import type { StepGuide } from '@/lib/steps/guide-shape'
import { appName } from '@/lib/steps/guide-words'

type Props = Readonly<{ guide: StepGuide; connection: Connection; today: Date }>

/**
 * The drawing that belongs to a step; none for the step that is done in Fivestep itself, nor for
 * an authority whose pages nobody knows. The numbers are those of the guide's instructions.
 */
export function StepIllustration(props: Props) {
  const { guide, connection } = props
  if (guide.step === 'credentials') return null
  if (connection.cloud === 'custom' && guide.step !== 'trust') return null
  return (
    <div className="grid grid-cols-1 gap-2.5">
      <Drawing {...props} />
      <p className="text-muted text-xs">
        Drawn, with your values in it. The numbers are those of the instructions.
      </p>
    </div>
  )
}

function Drawing({ guide, connection, today }: Props) {
  const { clientId, tenantId, environmentUrl } = connection
  switch (guide.step) {
    case 'register':
      return (
        <div className="grid gap-5">
          <RegistrationForm
            appName={appName}
            redirectUri={`${environmentUrl}/auth`}
            marks={{ name: 2, accountTypes: 2, redirectUri: 2, register: 3 }}
          />
          <AppOverview
            appName={appName}
            clientId={clientId}
            tenantId={tenantId}
            marks={{ clientId: 4, tenantId: 4 }}
          />
        </div>
      )
    case 'secret':
      return (
        <SecretsPage
          appName={appName}
          description={fieldValue(guide, 'Description')}
          expiresOn={toDay(dayAfter(today, 180))}
          marks={{ newSecret: 2, description: 3, expires: 3, value: 4 }}
        />
      )
    case 'permissions':
      return (
        <PermissionsPage
          appName={appName}
          permission={fieldValue(guide, 'Permission')}
          marks={{ addPermission: 1, api: 2, permission: 3, consent: 4 }}
        />
      )
    case 'credentials':
      return null
    case 'trust':
      return (
        <FinopsClientsForm
          host={new URL(environmentUrl).host}
          clientId={clientId}
          name={appName}
          userId={fieldValue(guide, 'User ID', 'your integration user')}
          marks={{ newRow: 2, clientId: 3, name: 3, userId: 3, save: 4 }}
        />
      )
  }
}

function fieldValue(guide: StepGuide, label: string, otherwise = label): string {
  return guide.fields.find((field) => field.label === label)?.value ?? otherwise
}
