'use client'

import type { Grouping } from '@/components/dashboard/wall-rows'
import { useQueryParam } from '@/components/shell/use-query-param'
import { CanarySpan } from '@/lib/contract/canary'
import { Concern } from '@/lib/contract/dashboard'

/** How somebody looks at the wall; all of it stands in the address, so that it can be sent and kept. */
export type WallChoices = Readonly<{
  text: string
  concern: Concern | undefined
  grouping: Grouping
  span: CanarySpan
  compact: boolean
  set: (name: 'text' | 'concern' | 'grouping' | 'span' | 'look', value: string) => void
  clear: () => void
}>

/** Reads the choices out of the address. A kiosk is compact unless it says otherwise. */
export function useWallChoices(kiosk: boolean): WallChoices {
  const [text, setText] = useQueryParam('q')
  const [concern, setConcern] = useQueryParam('concern')
  const [grouping, setGrouping] = useQueryParam('group')
  const [span, setSpan] = useQueryParam('span')
  const [look, setLook] = useQueryParam('look')
  const setters = {
    text: setText,
    concern: setConcern,
    grouping: setGrouping,
    span: setSpan,
    look: setLook,
  }
  return {
    text,
    concern: Concern.safeParse(concern).data,
    grouping: grouping === 'use' || grouping === 'owner' ? grouping : 'none',
    span: CanarySpan.safeParse(span).data ?? '24h',
    compact: look === '' ? kiosk : look === 'compact',
    set: (name, value) => setters[name](value),
    clear: () => {
      setText('')
      setConcern('')
    },
  }
}
