import { type NextAct, nextAct } from '@/components/dashboard/next-act'
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
  return (
    <ButtonLink
      href={hrefOf(act, connection.id)}
      size={size}
      variant={main ? 'primary' : 'secondary'}
      {...(className ? { className } : {})}
    >
      {act.label}
      <span className="sr-only"> of {connection.name}</span>
    </ButtonLink>
  )
}

function hrefOf(act: NextAct, connectionId: string): string {
  switch (act.kind) {
    case 'explore':
      return paths.explorer(connectionId)
    case 'look':
      return paths.newestProof(connectionId)
    case 'continue':
    case 'mend':
      return paths.setup(connectionId, act.step)
  }
}
