import { parentPort } from 'node:worker_threads'
import type { FromWorker, ToWorker } from '@/lib/catalog/build/messages'
import { PartWriter } from '@/lib/catalog/build/part-writer'
import { CsdlError } from '@/lib/odata/csdl/csdl-error'

const port = parentPort
if (!port) throw new Error('catalog-worker runs in a worker thread')

const say = (message: FromWorker, handedOver: ArrayBuffer[] = []) =>
  port.postMessage(message, handedOver)

const writer = new PartWriter((part) => say({ type: 'part', part }, [part.body.buffer]))

port.on('message', (message: ToWorker) => {
  try {
    if (message.type === 'chunk') {
      writer.write(message.chunk)
      say({ type: 'taken', counts: writer.counts })
    } else {
      finish().catch(refuse)
    }
  } catch (error) {
    refuse(error)
  }
})

async function finish(): Promise<void> {
  const hash = await writer.end()
  say({ type: 'done', hash, counts: writer.counts })
  port?.close()
}

function refuse(error: unknown): void {
  // Whatever else breaks is a fault of ours, and ends the thread with it.
  if (!(error instanceof CsdlError)) throw error
  const { code, reason, byteOffset } = error
  say({ type: 'refused', code, reason, byteOffset })
  port?.close()
}
