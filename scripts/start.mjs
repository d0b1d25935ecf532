// `npm start`: installs and builds what is stale, then runs the server until Ctrl-C.
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { freshBuild } from './fresh-build.mjs'
import { freshDependencies } from './fresh-dependencies.mjs'
import { root, say } from './project.mjs'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 9)) {
  say(`Fivestep needs Node 20.9 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

const port = process.env.PORT || '3000'
if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
  say(`PORT: must be a number from 0 to 65535, not "${port}".`)
  process.exit(1)
}
const host = process.env.FIVESTEP_HOST || 'localhost'

freshDependencies()
freshBuild()

const server = fork(
  join(root, 'node_modules', 'next', 'dist', 'bin', 'next'),
  ['start', '--port', port, '--hostname', host],
  {
    cwd: root,
    env: {
      ...process.env,
      PORT: port,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      // The server closes its database itself; Next's own handler would exit under it.
      NEXT_MANUAL_SIG_HANDLE: '1',
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  },
)

server.on('message', (message) => {
  if (message?.type === 'booted') void welcome(message)
})
server.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))

// Ctrl-C reaches the whole process group; a plain `kill` of this process reaches only this one.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal))
}

async function welcome({ port: actualPort, setUpPath }) {
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${actualPort}`
  const shown = (process.env.FIVESTEP_BASE_URL ?? address).replace(/\/$/, '')
  await answering(`${address}/api/health`)
  say(`Fivestep is ready at ${shown}`)
  if (setUpPath) {
    say('Nobody can sign in yet. Open this link once to make the first admin:')
    say(`  ${shown}${setUpPath}`)
  }
  say('Stop it with Ctrl-C.')
}

async function answering(url) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      await fetch(url)
      return
    } catch {
      // Not listening yet: asked again in a moment.
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}
