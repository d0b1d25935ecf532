import type { ReactNode } from 'react'
import { CopyButton } from '@/components/ui/copy-button'

type Props = Readonly<{ label: string; value: string; hint?: ReactNode }>

/** A value to type elsewhere, ready to copy. */
export function CopyField({ label, value, hint }: Props) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <span className="text-sm font-medium">{label}</span>
      <div className="flex items-center rounded-md border border-line bg-sunken pr-1">
        <code className="min-w-0 flex-1 px-3 py-2 font-mono text-sm break-all">{value}</code>
        <CopyButton value={value} label={`Copy ${label}`} />
      </div>
      {hint ? <span className="text-sm text-muted">{hint}</span> : null}
    </div>
  )
}
