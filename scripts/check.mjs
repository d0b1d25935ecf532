// `npm run check`: what needs no browser and no build, in under a minute. `*.slow.test.ts` are left
// to `npm test` (`--all` here): they start processes of their own and kill them.
import { freshDependencies } from './fresh-dependencies.mjs'
import { mustRun, say } from './project.mjs'

const all = process.argv.includes('--all')
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }

freshDependencies()
mustRun('npx', ['--no-install', 'biome', 'check', '.'])
say('lint: passed')
mustRun('npx', ['--no-install', 'next', 'typegen'], env)
mustRun('npx', ['--no-install', 'tsc', '--noEmit'])
say('types: passed')
mustRun('node', ['scripts/check-arrows.mjs'])
mustRun('npm', ['run', '--silent', 'authz'])
const quick = all ? [] : ['--mode', 'quick']
mustRun('npx', ['--no-install', 'vitest', 'run', '--reporter=dot', ...quick])
say('check: passed')
