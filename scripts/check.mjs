// `npm run check`: everything that needs no browser and no build.
import { freshDependencies } from './fresh-dependencies.mjs'
import { mustRun, say } from './project.mjs'

freshDependencies()
mustRun('npx', ['--no-install', 'biome', 'check', '.'])
mustRun('npx', ['--no-install', 'next', 'typegen'], {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
})
mustRun('npx', ['--no-install', 'tsc', '--noEmit'])
mustRun('node', ['scripts/check-arrows.mjs'])
mustRun('npx', ['--no-install', 'vitest', 'run'])
say('check: passed')
