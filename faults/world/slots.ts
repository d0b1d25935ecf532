import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'

/** A port on loopback that does what a state makes it do; until then it takes calls and is silent. */
export type Slot = Readonly<{
  port: number
  origin: string
  /** What happens to each connection from now on. */
  onConnection: (handler: (socket: Socket) => void) => void
  /** Nobody listens there any more. */
  shut: () => Promise<void>
}>

/** Ports that are bound before the egress policy is read, since it names each of them. */
export type Slots = Readonly<{
  ports: readonly number[]
  /** The next one. @throws when all are taken */
  take: () => Slot
  close: () => Promise<void>
}>

/** Binds `count` ports on 127.0.0.1. */
export async function openSlots(count: number): Promise<Slots> {
  const bound = await Promise.all(Array.from({ length: count }, bind))
  let taken = 0
  return {
    ports: bound.map(({ slot }) => slot.port),
    take() {
      const next = bound[taken]
      if (!next) throw new Error(`all ${count} slots are taken`)
      taken += 1
      return next.slot
    },
    async close() {
      await Promise.all(bound.map(({ end }) => end()))
    },
  }
}

async function bind(): Promise<{ slot: Slot; end: () => Promise<void> }> {
  let handle: (socket: Socket) => void = () => undefined
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
    handle(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const end = async () => {
    for (const socket of sockets) socket.destroy()
    await closed(server)
  }
  return {
    slot: {
      port,
      origin: `https://127.0.0.1:${port}`,
      onConnection: (handler) => {
        handle = handler
      },
      shut: end,
    },
    end,
  }
}

async function closed(server: Server): Promise<void> {
  if (!server.listening) return
  server.close()
  await once(server, 'close')
}
