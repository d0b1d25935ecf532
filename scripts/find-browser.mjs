import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run, say } from './project.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']

/**
 * Path of a Chromium for the journeys: the one that CHROME_PATH names, one on PATH, Debian's
 * package when this is root, else Playwright's own download. Ends the process when none is had.
 */
export function findBrowser() {
  const named = process.env.CHROME_PATH
  if (named) {
    if (existsSync(named)) return named
    say(`CHROME_PATH names ${named}, which does not exist.`)
    process.exit(1)
  }
  return onPath() ?? fromDebian() ?? fromPlaywright() ?? giveUp()
}

function onPath() {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path))
}

function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  say('No Chromium found: installing the package of the distribution ...')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get', ['update', '-qq'], env)
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], env)
  return onPath()
}

function fromPlaywright() {
  say('No Chromium found: asking Playwright for its own ...')
  if (run('npx', ['--no-install', 'playwright', 'install', 'chromium']) !== 0) return undefined
  const script =
    "import('playwright-core').then(({ chromium }) => process.stdout.write(chromium.executablePath()))"
  const path = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })
  return existsSync(path) ? path : undefined
}

function giveUp() {
  say('The journeys need a Chromium or Chrome: put one on PATH, or name it in CHROME_PATH.')
  process.exit(1)
}
