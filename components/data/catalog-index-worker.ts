import { type FromIndex, ToIndex } from '@/components/data/catalog-index-messages'
import { findSets } from '@/components/data/found-sets'
import { type CatalogSearch, searchCatalog } from '@/lib/odata/search/catalog-search'
import { SearchData } from '@/lib/odata/search/search-data'

/*
 * Holds a catalog ready to be searched, in a thread of the browser's: to make it ready takes longer
 * than a frame, and to search it must not wait for what the page draws.
 */

let opened: Readonly<{ data: SearchData; search: CatalogSearch }> | undefined

function answer(message: FromIndex) {
  globalThis.postMessage(message)
}

function take(message: ToIndex) {
  if (message.type === 'open') {
    const data = SearchData.parse(JSON.parse(new TextDecoder().decode(message.json)))
    opened = { data, search: searchCatalog(data) }
    answer({ type: 'ready' })
  } else if (opened) {
    const found = findSets(opened.data, opened.search, message.text)
    answer({ type: 'found', id: message.id, found })
  }
}

globalThis.addEventListener('message', (event: MessageEvent) => {
  try {
    take(ToIndex.parse(event.data))
  } catch (error) {
    answer({ type: 'broken', message: String(error) })
  }
})
