import { existsSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { mustRun, root, say } from './project.mjs'

/** Installs what the lock file names when node_modules is missing or older than the lock file. */
export function freshDependencies() {
  const lock = join(root, 'package-lock.json')
  // npm writes this file last, so an interrupted install is not taken for a whole one.
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return
  say('Installing dependencies ...')
  mustRun('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  const now = new Date()
  utimesSync(installed, now, now)
}
