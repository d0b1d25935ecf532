import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'

type GroupProps = Readonly<{ legend: string; className?: string; children: ReactNode }>

/** A question with a few answers, all of which are seen. */
export function ChoiceGroup({ legend, className, children }: GroupProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
      <div className={cx('min-w-0', className)}>{children}</div>
    </fieldset>
  )
}

type Props = Readonly<{
  name: string
  value: string
  checked: boolean
  onChoose: () => void
  label: ReactNode
  hint?: ReactNode
}>

/** One answer of a {@link ChoiceGroup}. */
export function Choice({ name, value, checked, onChoose, label, hint }: Props) {
  return (
    <label
      className={cx(
        'flex min-w-0 cursor-pointer gap-2.5 rounded-md border px-3 py-2 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
        checked ? 'border-accent bg-accent-soft' : 'border-line-strong hover:bg-sunken',
      )}
    >
      <input
        type="radio"
        name={name}
        value={value}
        checked={checked}
        onChange={onChoose}
        className="mt-1 size-4 shrink-0 accent-accent outline-none"
      />
      <span className="min-w-0">
        <span className="block font-medium">{label}</span>
        {hint ? <span className="block text-sm text-muted">{hint}</span> : null}
      </span>
    </label>
  )
}

type TickProps = Readonly<{
  checked: boolean
  onChange: (checked: boolean) => void
  label: ReactNode
  hint?: ReactNode
}>

/** A yes or no. */
export function Tick({ checked, onChange, label, hint }: TickProps) {
  return (
    <label className="flex min-w-0 cursor-pointer gap-2.5 py-0.5">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-1 size-4 shrink-0 accent-accent"
      />
      <span className="min-w-0">
        <span className="block">{label}</span>
        {hint ? <span className="block text-sm text-muted">{hint}</span> : null}
      </span>
    </label>
  )
}
