'use client'

type Props = Readonly<{
  label: string
  options: readonly Readonly<{ value: string; label: string }>[]
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}>

/** Any of a few. */
export function CheckList({ label, options, chosen, onChange }: Props) {
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{label}</legend>
      <div className="flex max-h-44 flex-col gap-1 overflow-y-auto rounded-md border border-line px-3 py-2">
        {options.map(({ value, label: text }) => (
          <label key={value} className="flex items-start gap-2 py-1">
            <input
              type="checkbox"
              className="mt-1 size-4 shrink-0 accent-accent"
              checked={chosen.includes(value)}
              onChange={() => toggle(value)}
            />
            <span className="min-w-0 break-words">{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
