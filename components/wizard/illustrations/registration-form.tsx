import { MockButton } from '@/components/wizard/illustrations/mock-button'
import { MockField } from '@/components/wizard/illustrations/mock-field'
import { MockValue } from '@/components/wizard/illustrations/mock-value'
import { MockWindow } from '@/components/wizard/illustrations/mock-window'

/** Which instruction tells to fill which part of the form. */
export type RegistrationMarks = Readonly<
  Partial<Record<'name' | 'accountTypes' | 'redirectUri' | 'register', number>>
>

type Props = Readonly<{ appName: string; redirectUri: string; marks: RegistrationMarks }>

/** *Register an application*, filled in. */
export function RegistrationForm({ appName, redirectUri, marks }: Props) {
  return (
    <MockWindow
      label={`Drawing of the form "Register an application": name ${appName}, accounts in this organizational directory only, redirect URI of kind Web ${redirectUri}, then the button Register`}
      crumbs={['App registrations', 'Register an application']}
    >
      <MockField label="Name" mark={marks.name} required>
        <MockValue tone="wanted">{appName}</MockValue>
      </MockField>
      <MockField label="Supported account types" mark={marks.accountTypes}>
        <span className="grid gap-1.5 pt-1.5 leading-tight">
          <RadioLine chosen>Single tenant: accounts in this directory only</RadioLine>
          <RadioLine>Multiple tenants</RadioLine>
          <RadioLine>Personal accounts</RadioLine>
        </span>
      </MockField>
      <MockField label="Redirect URI" mark={marks.redirectUri}>
        <span className="grid @md:grid-cols-[5.5rem_minmax(0,1fr)] gap-2">
          <MockValue>Web ▾</MockValue>
          <MockValue tone="wanted" mono>
            {redirectUri}
          </MockValue>
        </span>
      </MockField>
      <div className="border-line border-t pt-3">
        <MockButton primary mark={marks.register}>
          Register
        </MockButton>
      </div>
    </MockWindow>
  )
}

type RadioProps = Readonly<{ chosen?: boolean; children: string }>

function RadioLine({ chosen = false, children }: RadioProps) {
  return (
    <span className={`flex items-start gap-2 ${chosen ? 'text-ink' : 'text-muted'}`}>
      <span
        className={`mt-px size-3.5 shrink-0 rounded-full border ${chosen ? 'border-4 border-accent' : 'border-muted'}`}
      />
      {children}
    </span>
  )
}
