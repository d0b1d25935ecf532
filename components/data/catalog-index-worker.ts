import { type FromIndex, ToIndex } from '@/components/data/catalog-index-messages'
import { type DressedSearch, dressSearch, findSets, noDress } from '@/components/data/found-sets'
import { SearchData } from '@/lib/odata/search/search-data'

/*
 * Holds a catalog ready to be searched, in a thread of the browser's: to make it ready takes longer
 * than a frame, and to search it must not wait for what the page draws.
 */

let opened: DressedSearch | undefined

function answer(message: FromIndex) {
  globalThis.postMessage(message)
}

function take(message: ToIndex) {
  if (message.type === 'open') {
    const data = SearchData.parse(JSON.parse(new TextDecoder().decode(message.json)))
    opened = dressSearch(data, noDress)
    answer({ type: 'ready' })
  } else if (message.type === 'dress') {
    if (opened) opened = dressSearch(opened.data, message)
  } else if (opened) {
    const found = findSets(opened, message.text, message.category)
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
