import type { ReactNode } from 'react'
import { paths } from '@/components/shell/paths'
import { CopyButton } from '@/components/ui/copy-button'
import { TextLink } from '@/components/ui/text-link'
import type { StepId } from '@/lib/steps/step'

type Props = Readonly<{
  label: string
  note: string
  /** Text to copy; null for what is missing or never shown. */
  value: string | null
  connectionId: string
  /** Page where it is changed; null for what is fixed. */
  step: StepId | null
  /** Stands in for a value that is never shown. */
  children?: ReactNode
}>

/** One of the four credentials: what it is, what it is for, and where to change it. */
export function RecapLine({ label, note, value, connectionId, step, children }: Props) {
  const known = value !== null || Boolean(children)
  return (
    <div className="grid gap-x-6 gap-y-1 py-3.5 first:pt-0 last:pb-0 md:grid-cols-[13rem_minmax(0,1fr)_auto] md:items-center">
      <dt>
        <span className="font-medium">{label}</span>
        <span className="block text-muted text-sm">{note}</span>
      </dt>
      <dd className="flex min-w-0 items-center gap-1">
        {value === null ? (
          (children ?? <span className="text-danger">Missing</span>)
        ) : (
          <>
            <span className="min-w-0 break-all font-mono text-sm">{value}</span>
            <CopyButton value={value} label={`Copy ${label}`} />
          </>
        )}
      </dd>
      <dd className="text-sm">
        {step ? (
          <TextLink href={paths.setup(connectionId, step)}>
            {known ? 'Change' : 'Enter it'}
            <span className="sr-only"> {label}</span>
          </TextLink>
        ) : (
          <span className="text-muted">Fixed</span>
        )}
      </dd>
    </div>
  )
}
