import { ChevronDown } from 'lucide-react'
import { controlLook } from '@/components/ui/control-look'
import { cx } from '@/components/ui/cx'

type Props = Readonly<{
  /** The control's name, since no label stands beside it. */
  label: string
  value: string
  options: readonly Readonly<{ value: string; label: string }>[]
  onChoose: (value: string) => void
}>

/** One of a few in a row of controls: the browser's own list, small and without a visible label. */
export function PlainSelect({ label, value, options, onChoose }: Props) {
  return (
    <span className="relative block min-w-0">
      <select
        aria-label={label}
        value={value}
        onChange={(event) => onChoose(event.target.value)}
        className={cx(controlLook, 'appearance-none truncate py-1 pr-8 text-sm')}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-muted"
      />
    </span>
  )
}
