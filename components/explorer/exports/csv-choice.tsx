import { Tick } from '@/components/explorer/exports/choice'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { CsvOptions } from '@/lib/contract/export'

type Props = Readonly<{ csv: CsvOptions; onChange: (csv: CsvOptions) => void }>

const separators: readonly Readonly<{ value: CsvOptions['separator']; label: string }>[] = [
  { value: ',', label: 'Comma' },
  { value: ';', label: 'Semicolon (Excel in most of Europe)' },
  { value: '\t', label: 'Tab' },
]

/** What only a CSV file has to be told. */
export function CsvChoice({ csv, onChange }: Props) {
  return (
    <div className="grid gap-3 rounded-md border border-line px-3 py-3 sm:grid-cols-[14rem_1fr] sm:gap-5">
      <Field label="Separator">
        <Select
          value={csv.separator}
          onValueChange={(value) =>
            onChange({ ...csv, separator: CsvOptions.shape.separator.parse(value) })
          }
          options={separators}
        />
      </Field>
      <div className="flex flex-col gap-1">
        <Tick
          checked={csv.guard}
          onChange={(guard) => onChange({ ...csv, guard })}
          label="Safe to open in a spreadsheet"
          hint="An apostrophe is put before text that would run as a formula."
        />
        <Tick
          checked={csv.bom}
          onChange={(bom) => onChange({ ...csv, bom })}
          label="Byte order mark"
          hint="By it Excel knows that the file is UTF-8."
        />
      </div>
    </div>
  )
}
