import { LoaderCircle } from 'lucide-react'
import { cx } from '@/components/ui/cx'

/** Turns while something runs. Say what runs in `label`, unless words beside it already do. */
export function Spinner({ label, className }: Readonly<{ label?: string; className?: string }>) {
  return (
    <span className="inline-flex" {...(label ? { role: 'status' } : {})}>
      <LoaderCircle
        aria-hidden="true"
        className={cx('size-4 animate-spin motion-reduce:animate-none', className)}
      />
      {label ? <span className="sr-only">{label}</span> : null}
    </span>
  )
}
