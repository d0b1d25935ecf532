import { existsSync, readdirSync } from 'node:fs'
import { run, say } from './project.mjs'

const debianRoot = '/usr/lib/postgresql'

/**
 * Makes a PostgreSQL available to the tests that run on both engines. Where there is none and this
 * is not root on Debian, those tests say that they were skipped.
 */
export function findPostgres() {
  if (hasPostgres() || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  say('No PostgreSQL found: installing the package of the distribution for the tests ...')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get', ['update', '-qq'], env)
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], env)
}

function hasPostgres() {
  return (
    existsSync(debianRoot) &&
    readdirSync(debianRoot).some((version) => existsSync(`${debianRoot}/${version}/bin/initdb`))
  )
}
