import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A running Fivestep with a data dir of its own. */
export type FivestepServer = Readonly<{
  address: string
  /** Link that makes the first admin; undefined when there is one. */
  setUpLink: string | undefined
  process: ChildProcess
  /** Everything that it has printed so far. */
  output: () => string
  stop: (signal?: NodeJS.Signals) => Promise<void>
}>

type Options = Readonly<{ dataDir: string; port?: number; env?: Readonly<Record<string, string>> }>

/**
 * Starts the built app as `npm start` does and waits until it says that it is ready.
 *
 * @throws when it ends before that, with all that it printed
 */
export async function startServer({
  dataDir,
  port = 0,
  env = {},
}: Options): Promise<FivestepServer> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, PORT: String(port), FIVESTEP_DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  child.stderr.on('data', (chunk: Buffer) => {
    printed += chunk.toString()
  })
  const ready = await new Promise<{ address: string; setUpLink: string | undefined }>(
    (resolve, reject) => {
      let address: string | undefined
      let setUpLink: string | undefined
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}\n${printed}`)))
      createInterface({ input: child.stdout }).on('line', (line) => {
        printed += `${line}\n`
        address ??= /ready at (\S+)/.exec(line)?.[1]
        setUpLink ??= /(http\S+\/set-up\?token=\S+)/.exec(line)?.[1]
        if (address && line.startsWith('Stop it')) resolve({ address, setUpLink })
      })
    },
  )
  return {
    ...ready,
    process: child,
    output: () => printed,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill(signal)
      await ended
    },
  }
}
