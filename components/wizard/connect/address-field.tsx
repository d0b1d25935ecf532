import { CornerDownRight } from 'lucide-react'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import type { ParsedEnvironmentUrl } from '@/lib/steps/environment-url'

type Props = Readonly<{
  text: string
  onTextChange: (text: string) => void
  parsed: ParsedEnvironmentUrl
}>

/** The address as pasted, and under it the address as it was understood. */
export function AddressField({ text, onTextChange, parsed }: Props) {
  const wrong = text.trim() !== '' && !parsed.ok
  return (
    <div className="grid gap-2">
      <Field
        label="Address of Finance & Operations"
        hint="Open your environment in a browser and paste what the address bar shows."
        error={wrong ? `${parsed.reason} ${parsed.hint}` : undefined}
      >
        <TextInput
          mono
          type="text"
          inputMode="url"
          autoComplete="url"
          placeholder="https://contoso.operations.dynamics.com"
          value={text}
          onValueChange={onTextChange}
        />
      </Field>
      <div aria-live="polite" className="min-h-6">
        {parsed.ok ? <Understood url={parsed.url} notes={parsed.notes} /> : null}
      </div>
    </div>
  )
}

type UnderstoodProps = Readonly<{ url: string; notes: readonly string[] }>

function Understood({ url, notes }: UnderstoodProps) {
  return (
    <div className="text-sm">
      <p className="flex items-start gap-2">
        <CornerDownRight aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-muted" />
        <span className="min-w-0">
          <span className="text-muted">Will be used as </span>
          <span className="break-all font-medium font-mono">{url}</span>
        </span>
      </p>
      {notes.length > 0 ? <p className="mt-0.5 pl-6 text-muted">{notes.join(' ')}</p> : null}
    </div>
  )
}
