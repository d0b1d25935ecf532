import { fsyncSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type Init = ReturnType<NodeFS['init']>
type EmscriptenOptions = Awaited<Init>['emscriptenOpts']

/** What of Emscripten's node file system is reached into: each open file has its descriptor. */
type ModuleWithNodeFs = {
  NODEFS?: { stream_ops: { fsync?: (stream: { nfd: number }) => number } }
}

/**
 * PGlite's folder with a real fsync. As it comes the engine's file system has none to call, so a
 * power cut could lose or tear what was committed.
 */
export class DurableFs extends NodeFS {
  override async init(engine: PGlite, options: EmscriptenOptions): Init {
    const inited = await super.init(engine, options)
    const { emscriptenOpts } = inited
    const before = emscriptenOpts.preRun ?? []
    return {
      ...inited,
      emscriptenOpts: {
        ...emscriptenOpts,
        preRun: [...(Array.isArray(before) ? before : [before]), giveFsync],
      },
    }
  }
}

/**
 * The engine's start parameters without `-F`, with the one sync method that it does call, and with
 * little log kept for reuse.
 */
export function durableStartParams(): string[] {
  const settings = ['fsync=on', 'wal_sync_method=fsync', 'min_wal_size=32MB', 'max_wal_size=64MB']
  return [
    ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
    ...settings.flatMap((setting) => ['-c', setting]),
  ]
}

function giveFsync(module: object): void {
  const { NODEFS } = module as ModuleWithNodeFs
  if (!NODEFS) throw new Error('the embedded database has no node file system to make durable')
  NODEFS.stream_ops.fsync = ({ nfd }) => {
    fsyncSync(nfd)
    return 0
  }
}
