import { MockButton } from '@/components/wizard/illustrations/mock-button'
import { MockCell } from '@/components/wizard/illustrations/mock-cell'
import { MockWindow } from '@/components/wizard/illustrations/mock-window'

/** Which instruction speaks of which part of the page. */
export type SecretMarks = Readonly<
  Partial<Record<'newSecret' | 'description' | 'expires' | 'value', number>>
>

type Props = Readonly<{
  appName: string
  description: string
  /** Day as the portal writes it. */
  expiresOn: string
  marks: SecretMarks
}>

/** *Certificates & secrets* just after a secret was made: the value is shown this once. */
export function SecretsPage({ appName, description, expiresOn, marks }: Props) {
  return (
    <MockWindow
      label={`Drawing of the list of secrets of ${appName} with the new secret ${description}: its value is marked, its id is crossed out`}
      crumbs={['App registrations', appName, 'Certificates & secrets']}
    >
      <MockButton mark={marks.newSecret}>+ New client secret</MockButton>
      <div className="grid @2xl:grid-cols-[1fr_6.5rem_1.4fr_1.4fr] @sm:grid-cols-2 gap-3 border-line border-t pt-3">
        <MockCell head="Description" mark={marks.description}>
          {description}
        </MockCell>
        <MockCell head="Expires" mark={marks.expires}>
          {expiresOn}
        </MockCell>
        <MockCell
          head="Value"
          mark={marks.value}
          tone="wanted"
          mono
          note="Copy this one, now: it is shown once"
        >
          kR38Q~9dT4vW.xE2mB…
        </MockCell>
        <MockCell head="Secret ID" tone="avoid" mono note="Not this one: it is only its name">
          5f0c1c1e-7a44-4c0e-…
        </MockCell>
      </div>
    </MockWindow>
  )
}
