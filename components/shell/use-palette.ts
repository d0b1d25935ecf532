'use client'

import { useQuery } from '@tanstack/react-query'
import { usePathname } from 'next/navigation'
import { connectionList } from '@/components/data/connection-queries'
import type { FoundSet } from '@/components/data/found-sets'
import {
  type SetSearch,
  useCatalogSearch,
  useFoundSets,
  useNameSearch,
} from '@/components/data/use-found-sets'
import {
  type PaletteGroup,
  toConnectionPlaces,
  toGroups,
  toPages,
  toSetItems,
} from '@/components/shell/palette-items'
import { useQueryParam } from '@/components/shell/use-query-param'

type Palette = Readonly<{
  groups: readonly PaletteGroup[]
  /** The same for sure: what is shown may still be what was found before. */
  settled: () => Promise<readonly PaletteGroup[]>
  /** Name of the connection whose entity sets are searched; null where there is none. */
  searched: string | null
}>

/** What can be gone to by `text`, from the page that one is at. */
export function usePalette(text: string): Palette {
  const connectionId = /^\/connections\/(con_\w+)/.exec(usePathname())?.[1]
  const [tab] = useQueryParam('tab')
  const { data } = useQuery(connectionList())
  const connection = data?.connections.find(({ id }) => id === connectionId)
  const search = useSetSearch(connectionId)
  const found = useFoundSets(text.trim() === '' ? undefined : search, text)
  const groupsOf = (sets: readonly FoundSet[]) =>
    toGroups(text, {
      connections: toConnectionPlaces(data?.connections ?? []),
      pages: toPages(connection),
      sets: connectionId && text.trim() !== '' ? toSetItems(connectionId, sets, tab) : [],
    })
  const groups = groupsOf(found?.sets ?? [])
  const settled = async () => {
    if (!search || text.trim() === '' || found?.text === text) return groups
    return groupsOf((await search.find(text)).sets)
  }
  return { groups, settled, searched: search ? (connection?.name ?? null) : null }
}

/** The catalog's search; that over names while there is no catalog. */
function useSetSearch(connectionId: string | undefined): SetSearch | undefined {
  const catalog = useCatalogSearch(connectionId)
  const names = useNameSearch(connectionId, { enabled: catalog === undefined })
  return catalog ?? names
}
