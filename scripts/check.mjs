// `npm run check`: what needs no browser and no build, in under a minute. `*.slow.test.ts` and the walk
// over who may do what are left to `npm test` (`--all` here): they start much of their own.
import { freshDependencies } from './fresh-dependencies.mjs'
import { mustRun, mustRunTogether, say } from './project.mjs'

const all = process.argv.includes('--all')
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }

freshDependencies()
mustRun('npx', ['--no-install', 'next', 'typegen'], env)
await mustRunTogether([
  ['npx', ['--no-install', 'biome', 'check', '.']],
  ['npx', ['--no-install', 'tsc', '--noEmit']],
  ['node', ['scripts/check-arrows.mjs']],
])
say('lint and types: passed')
if (all) mustRun('npm', ['run', '--silent', 'authz'])
const quick = all ? [] : ['--mode', 'quick']
mustRun('npx', ['--no-install', 'vitest', 'run', '--reporter=dot', ...quick])
say('check: passed')
