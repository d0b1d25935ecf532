'use client'

import { Ago } from '@/components/ui/ago'
import { Callout } from '@/components/ui/callout'
import { useNow } from '@/components/ui/use-now'

const staleMs = 60_000

/** How old what is shown is; loud where the server has stopped answering. */
export function WallAge({ at, isLost }: Readonly<{ at: string; isLost: boolean }>) {
  const now = useNow(5_000)
  if (!isLost && now - Date.parse(at) < staleMs) return null
  return (
    <Callout tone="danger" title="These figures are old" live={true}>
      The server answered last <Ago iso={at} />. It is asked again every 15 seconds.
    </Callout>
  )
}
