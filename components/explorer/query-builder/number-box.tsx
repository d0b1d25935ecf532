import { controlLook } from '@/components/ui/control-look'
import { cx } from '@/components/ui/cx'

type Props = Readonly<{
  label: string
  value: number | null
  placeholder?: string
  onChange: (value: number | null) => void
}>

/** A whole number that may be left out. */
export function NumberBox({ label, value, placeholder, onChange }: Props) {
  const take = (text: string) => {
    const digits = text.replace(/\D/g, '').slice(0, 15)
    onChange(digits === '' ? null : Number(digits))
  }
  return (
    <label className="flex flex-col gap-1">
      <span className="text-xs font-medium text-muted">{label}</span>
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        placeholder={placeholder}
        value={value ?? ''}
        onChange={(event) => take(event.target.value)}
        className={cx(controlLook, 'w-32 py-1 text-sm tabular-nums')}
      />
    </label>
  )
}
