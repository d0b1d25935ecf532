// Runs the practice tenant alone, without the app: `npm run sandbox`.
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { tsImport } from 'tsx/esm/api'

const usage = `Usage: npm run sandbox -- [--port 8443] [--dir .data/sandbox] [--rows 5000]`

const root = fileURLToPath(new URL('..', import.meta.url))
const dataDir = process.env.FIVESTEP_DATA_DIR || '.data'

function readOptions() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: process.env.FIVESTEP_SANDBOX_PORT || '8443' },
      dir: { type: 'string', default: join(dataDir, 'sandbox-alone') },
      rows: { type: 'string', default: '5000' },
    },
  })
  const port = Number(values.port)
  const rows = Number(values.rows)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('--port: 0 to 65535')
  if (!Number.isInteger(rows) || rows < 1 || rows > 10_000_000)
    throw new Error('--rows: 1 to 10000000')
  return { port, rows, dir: resolve(root, values.dir) }
}

const print = (line) => process.stdout.write(`${line}\n`)
const toLog = (level) => (facts, message) => {
  const cause = facts.err instanceof Error ? `: ${facts.err.stack ?? facts.err.message}` : ''
  process.stderr.write(`${level} ${message}${cause || ` ${JSON.stringify(facts)}`}\n`)
}
const log = { info() {}, warn: toLog('warn'), error: toLog('error') }

function welcome({ port, dir, homeTenant }) {
  const ca = join(dir, 'ca.pem')
  return `
The practice tenant runs on 127.0.0.1:${port}. Ctrl-C ends it.

  Portal        https://portal.practice.localhost:${port}/practice
  Sign-in       https://login.practice.localhost/${homeTenant.tenantId}
  Graph         https://graph.practice.localhost/v1.0
  Environments  https://contoso-uat.practice.localhost
                https://contoso-prod.practice.localhost
  Tenant        ${homeTenant.tenantId} (${homeTenant.domain})
  Certificate   ${ca} (trust it in your client, not in your system)

A token, once you have registered an app and made its secret in the portal:

  curl --cacert ${ca} --connect-to ::127.0.0.1:${port} \\
    https://login.practice.localhost/${homeTenant.tenantId}/oauth2/v2.0/token \\
    -d grant_type=client_credentials -d client_id=<client id> \\
    --data-urlencode 'client_secret=<secret value>' \\
    -d scope=https://contoso-uat.practice.localhost/.default
`
}

async function main() {
  const options = readOptions()
  const { startSandbox } = await tsImport('../lib/sandbox/start.ts', import.meta.url)
  const { homeTenant } = await tsImport('../lib/sandbox/entra/tenants.ts', import.meta.url)
  const sandbox = await startSandbox({ ...options, log })
  print(welcome({ port: sandbox.port, dir: options.dir, homeTenant }))

  let isClosing = false
  const close = async () => {
    if (isClosing) return
    isClosing = true
    await sandbox.close()
    process.exit(0)
  }
  process.on('SIGINT', close)
  process.on('SIGTERM', close)
}

main().catch((error) => {
  const isTaken = error?.code === 'EADDRINUSE'
  process.stderr.write(isTaken ? `Port ${error.port} is taken.\n` : `${error?.stack ?? error}\n`)
  process.stderr.write(`${usage}\n`)
  process.exitCode = 1
})
