import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, say } from './project.mjs'

const folders = ['app', 'components', 'lib', 'public']
const files = [
  'package-lock.json',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'instrumentation.ts',
  'instrumentation-node.ts',
  'proxy.ts',
]

/** Builds the app when its sources differ from those of the last build, by content and not by date. */
export function freshBuild() {
  const dist = join(root, process.env.FIVESTEP_DIST_DIR ?? '.next')
  const stamp = join(dist, 'fivestep-sources')
  const sources = hashOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  say('Building ...')
  // What a build that was killed left behind can break the next one: once more without it.
  const left = join(dist, 'cache')
  if (existsSync(left) && build() === 0) return writeFileSync(stamp, sources)
  rmSync(left, { recursive: true, force: true })
  const code = build()
  if (code !== 0) {
    say(`next build failed with ${code}.`)
    process.exit(code)
  }
  writeFileSync(stamp, sources)
}

function build() {
  const settings = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  return run('npx', ['--no-install', 'next', 'build'], { ...process.env, ...settings })
}

function hashOfSources() {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0])
  const paths = [...files, ...folders.flatMap((folder) => filesBelow(folder))].sort()
  for (const path of paths) hash.update(`\0${path}\0`).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

function filesBelow(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/[.]test[.]tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
}
