import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { run, say } from './project.mjs'

/**
 * Makes the programs available that generated code is run with: its test fails without them. Where
 * one is missing and this is not root on Debian, it says so.
 */
export function findRuntimes() {
  const missing = ['curl', 'python3'].filter(
    (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status !== 0,
  )
  if (missing.length === 0) return
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    say(
      `Missing: ${missing.join(', ')}. The test that runs generated code will fail; install them.`,
    )
    return
  }
  say(`No ${missing.join(', no ')} found: installing the package of the distribution ...`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get', ['update', '-qq'], env)
  run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', 'ca-certificates', ...missing],
    env,
  )
}
