import { nextAct } from '@/components/dashboard/next-act'
import { paths } from '@/components/shell/paths'
import { ButtonLink } from '@/components/ui/button-link'
import type { ButtonSize } from '@/components/ui/button-look'
import type { Connection } from '@/lib/contract/connection'

type Props = Readonly<{
  connection: Connection
  size?: ButtonSize
  /** The one act that the page is about; in a list of many, none of them is. */
  main?: boolean
  className?: string
}>

/** Leads to what should be done next. */
export function NextActLink({ connection, size = 'md', main = false, className }: Props) {
  const act = nextAct(connection.steps)
  const href =
    act.kind === 'explore' ? paths.explorer(connection.id) : paths.setup(connection.id, act.step)
  return (
    <ButtonLink
      href={href}
      size={size}
      variant={main ? 'primary' : 'secondary'}
      {...(className ? { className } : {})}
    >
      {act.label}
      <span className="sr-only"> of {connection.name}</span>
    </ButtonLink>
  )
}
