import { CopyField } from '@/components/ui/copy-field'
import type { GuideField } from '@/lib/steps/guide-shape'

/** What to type or to choose in the form, ready to copy where it is typed. */
export function GuideFields({ fields }: Readonly<{ fields: readonly GuideField[] }>) {
  const shown = fields.filter(({ kind }) => kind === 'text' || kind === 'choice')
  return (
    <div className="grid gap-4">
      {shown.map((field) =>
        field.kind === 'text' && field.value !== null ? (
          <CopyField key={field.label} label={field.label} value={field.value} hint={field.note} />
        ) : (
          <Choice key={field.label} field={field} />
        ),
      )}
    </div>
  )
}

function Choice({ field }: Readonly<{ field: GuideField }>) {
  return (
    <div className="grid gap-0.5">
      <p className="font-medium text-sm">{field.label}</p>
      {field.value ? (
        <p>
          <span className="text-muted">Choose </span>
          {field.value}
        </p>
      ) : null}
      {field.note ? <p className="text-muted text-sm">{field.note}</p> : null}
    </div>
  )
}
