import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { Worker } from 'node:worker_threads'

/** A port whose owner never takes a call, and whose queue is full: the next call hears nothing. */
export type Deaf = Readonly<{ port: number; origin: string; close: () => Promise<void> }>

const listenAndStall = `
  const { parentPort } = require('node:worker_threads')
  const server = require('node:net').createServer()
  server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    parentPort.postMessage(server.address().port)
    // No loop, no accept: what comes stays in the queue of the kernel.
    setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0), 50)
  })
`
/** More than the queue holds; those beyond it stay half open, as any call after them. */
const callers = 6

/** Opens one, from a thread that stalls. */
export async function openDeaf(): Promise<Deaf> {
  const worker = new Worker(listenAndStall, { eval: true })
  const [port] = (await once(worker, 'message')) as [number]
  await new Promise((resolve) => setTimeout(resolve, 200))
  const sockets: Socket[] = Array.from({ length: callers }, () =>
    connect(port, '127.0.0.1').on('error', () => undefined),
  )
  return {
    port,
    origin: `https://127.0.0.1:${port}`,
    async close() {
      for (const socket of sockets) socket.destroy()
      await worker.terminate()
    },
  }
}
