import type { LucideIcon } from 'lucide-react'

type Props = Readonly<{
  label: string
  icon: LucideIcon
  onPress: () => void
  disabled?: boolean
}>

/** A small button that is a sign only; its label is what a reader hears and a pointer sees. */
export function IconButton({ label, icon: Icon, onPress, disabled = false }: Props) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onPress}
      className="grid size-8 shrink-0 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink disabled:opacity-40"
    >
      <Icon aria-hidden="true" className="size-4" />
    </button>
  )
}
