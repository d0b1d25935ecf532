import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const debianRoot = '/usr/lib/postgresql'

/** A PostgreSQL for one test file, with nothing in it. */
export type TestPostgres = Readonly<{ url: string; stop: () => Promise<void> }>

/** Folder of PostgreSQL's programs on this machine, or undefined; a test that needs it says so. */
export function findPostgresBin(): string | undefined {
  if (!existsSync(debianRoot)) return undefined
  return readdirSync(debianRoot)
    .map((version) => join(debianRoot, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')))
}

/** Starts a throw-away PostgreSQL on loopback, on a free port, in a folder that goes with it. */
export async function startTestPostgres(bin: string): Promise<TestPostgres> {
  const dir = mkdtempSync(join(tmpdir(), 'fivestep-postgres-'))
  const who = unprivileged()
  if (who) chownSync(dir, who.uid, who.gid)
  const data = join(dir, 'data')
  const made = spawnSync(join(bin, 'initdb'), ['-D', data, '-U', 'fivestep', '-A', 'trust', '-N'], {
    ...who,
    cwd: dir,
    encoding: 'utf8',
  })
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
  const port = await freePort()
  const server = spawn(
    join(bin, 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      `unix_socket_directories=${dir}`,
    ],
    { ...who, cwd: dir, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  await listening(server)
  return {
    url: `postgresql://fivestep@127.0.0.1:${port}/postgres`,
    async stop() {
      const ended = once(server, 'exit')
      // The "fast" shutdown: it does not wait for clients that are still connected.
      server.kill('SIGINT')
      await ended
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL refuses to run as root, so there it runs as the user of the distribution's package. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) =>
    Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
  return { uid: id('-u'), gid: id('-g') }
}

function listening(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let printed = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      if (printed.includes('ready to accept connections')) resolve()
    })
    server.once('exit', (code) => reject(new Error(`postgres ended with ${code}: ${printed}`)))
  })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}
