import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import type { CatalogCounts, CatalogPart, FromWorker, ToWorker } from '@/lib/catalog/build/messages'
import { spawnCatalogWorker } from '@/lib/catalog/build/spawn-worker'
import { CsdlError } from '@/lib/odata/csdl/csdl-error'

export type BuiltCatalog = Readonly<{
  /** SHA-256 of the document, in hex. */
  hash: string
  counts: CatalogCounts
}>

/** Who keeps what is built. While `part` has not resolved, no more of the document is taken. */
export type CatalogSink = Readonly<{
  part: (part: CatalogPart) => Promise<void>
  progress: (counts: CatalogCounts) => void
  signal: AbortSignal
}>

/** Chunks on their way to the worker, at most; enough to keep it busy. */
const inFlightMax = 8

/**
 * Builds a catalog from the bytes of a $metadata document, in a thread of its own, and hands its
 * parts on as they come.
 *
 * @throws {CsdlError} where the document is none, or only the beginning of one; what `chunks` and
 * `sink` throw; the signal's reason
 */
export async function buildCatalog(
  chunks: AsyncIterable<Uint8Array>,
  sink: CatalogSink,
): Promise<BuiltCatalog> {
  const worker = spawnCatalogWorker()
  const stop = new AbortController()
  const inbox = new Inbox(worker, sink)
  try {
    const signal = AbortSignal.any([sink.signal, stop.signal])
    return await Promise.race([
      inbox.ended,
      feed(worker, chunks, inbox).then(() => inbox.ended),
      rejectOnAbort(signal),
    ])
  } finally {
    stop.abort(new Error('the catalog was built'))
    await worker.terminate()
  }
}

async function feed(
  worker: Worker,
  chunks: AsyncIterable<Uint8Array>,
  inbox: Inbox,
): Promise<void> {
  const say = (message: ToWorker, handedOver: ArrayBuffer[] = []) =>
    worker.postMessage(message, handedOver)
  for await (const chunk of chunks) {
    // A copy: the bytes may be a window into a pool of the network's.
    const own = new Uint8Array(chunk)
    say({ type: 'chunk', chunk: own }, [own.buffer])
    if (!(await inbox.roomForMore())) return
  }
  say({ type: 'end' })
}

/** What the worker says, in its order. */
class Inbox {
  readonly ended: Promise<BuiltCatalog>
  #inFlight = 0
  #isOver = false
  #isToldEnd = false
  #kept: Promise<void> = Promise.resolve()
  #wake: () => void = () => undefined

  constructor(worker: Worker, sink: CatalogSink) {
    this.ended = new Promise<BuiltCatalog>((resolve, reject) => {
      worker.on('message', (message: FromWorker) => this.#take(message, sink, { resolve, reject }))
      worker.on('error', reject)
      worker.on('exit', (code) => {
        // A thread that has said how it ends may be gone before all of its parts are kept.
        if (!this.#isToldEnd) reject(new Error(`the catalog's thread ended with ${code}`))
      })
    }).finally(() => {
      this.#isOver = true
      this.#wake()
    })
    // It is awaited beside the feeding, which may fail first.
    this.ended.catch(() => undefined)
  }

  /** Waits until another chunk may be sent; false when there is no use in it any more. */
  async roomForMore(): Promise<boolean> {
    this.#inFlight += 1
    while (this.#inFlight >= inFlightMax && !this.#isOver) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
    await this.#kept
    return !this.#isOver
  }

  #take(
    message: FromWorker,
    sink: CatalogSink,
    end: Readonly<{ resolve: (built: BuiltCatalog) => void; reject: (error: unknown) => void }>,
  ): void {
    switch (message.type) {
      case 'taken':
        this.#inFlight -= 1
        sink.progress(message.counts)
        this.#wake()
        break
      case 'part':
        this.#kept = this.#kept.then(() => sink.part(message.part))
        this.#kept.catch(end.reject)
        break
      case 'done':
        this.#isToldEnd = true
        this.#kept.then(
          () => end.resolve({ hash: message.hash, counts: message.counts }),
          end.reject,
        )
        break
      case 'refused': {
        this.#isToldEnd = true
        const { code, reason, byteOffset } = message
        end.reject(new CsdlError(reason, { code, byteOffset }))
        break
      }
    }
  }
}

async function rejectOnAbort(signal: AbortSignal): Promise<never> {
  if (!signal.aborted) await once(signal, 'abort')
  throw signal.reason
}
