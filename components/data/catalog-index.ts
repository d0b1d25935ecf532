import { callApi } from '@/components/data/call-api'
import type { FromIndex, ToIndex } from '@/components/data/catalog-index-messages'
import { catalogUrl } from '@/components/data/catalog-queries'
import type { Dress, FoundSets } from '@/components/data/found-sets'
import type { EntityCategory } from '@/lib/contract/catalog-facts'

/** A catalog that can be searched. */
export type CatalogIndex = Readonly<{
  find: (text: string, category?: EntityCategory | null) => Promise<FoundSets>
  /** Lets what is found from now on have what is known beside the catalog. */
  dress: (dress: Dress) => void
  close: () => void
}>

/** The one that is used, and the one before, which a list may still be asking. */
const keptMax = 2
const kept = new Map<string, Promise<CatalogIndex>>()

/**
 * The search over the catalog with `hash`, made once and kept.
 *
 * @throws {ProblemError} when the connection does not have that catalog any more
 */
export function openCatalogIndex(connectionId: string, hash: string): Promise<CatalogIndex> {
  const key = `${connectionId} ${hash}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const index = open(connectionId, hash)
  kept.set(key, index)
  index.catch(() => kept.delete(key))
  for (const [former, made] of [...kept].slice(0, -keptMax)) {
    kept.delete(former)
    void made.then(({ close }) => close()).catch(() => undefined)
  }
  return index
}

async function open(connectionId: string, hash: string): Promise<CatalogIndex> {
  const response = await callApi(`${catalogUrl(connectionId)}/search-data?hash=${hash}`)
  const json = await response.arrayBuffer()
  const worker = new Worker(new URL('./catalog-index-worker.ts', import.meta.url), {
    type: 'module',
  })
  return await ready(worker, json)
}

function ready(worker: Worker, json: ArrayBuffer): Promise<CatalogIndex> {
  const say = (message: ToIndex, handedOver: ArrayBuffer[] = []) =>
    worker.postMessage(message, handedOver)
  const asked = new Map<number, PromiseParts<FoundSets>>()
  const find = (text: string, category: EntityCategory | null = null) =>
    new Promise<FoundSets>((resolve, reject) => {
      const id = asked.size === 0 ? 0 : Math.max(...asked.keys()) + 1
      asked.set(id, { resolve, reject })
      say({ type: 'find', id, text, category })
    })
  const dress = ({ labels, categories }: Dress) => say({ type: 'dress', labels, categories })
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) => {
      worker.terminate()
      const error = new Error('the catalog could not be searched', { cause })
      for (const question of asked.values()) question.reject(error)
      reject(error)
    }
    worker.addEventListener('error', (event) => fail(event.message))
    worker.addEventListener('message', ({ data }: MessageEvent<FromIndex>) => {
      if (data.type === 'ready') resolve({ find, dress, close: () => worker.terminate() })
      else if (data.type === 'broken') fail(data.message)
      else {
        asked.get(data.id)?.resolve(data.found)
        asked.delete(data.id)
      }
    })
    say({ type: 'open', json }, [json])
  })
}

type PromiseParts<T> = Readonly<{ resolve: (value: T) => void; reject: (error: unknown) => void }>
