// `npm test`: install, a browser, lint, types, arrows, unit tests, build, journeys.
import { findBrowser } from './find-browser.mjs'
import { findPostgres } from './find-postgres.mjs'
import { findRuntimes } from './find-runtimes.mjs'
import { freshBuild } from './fresh-build.mjs'
import { freshDependencies } from './fresh-dependencies.mjs'
import { mustRun, say } from './project.mjs'

freshDependencies()
const browser = findBrowser()
findPostgres()
findRuntimes()
mustRun('node', ['scripts/check.mjs', '--all'])
freshBuild()
mustRun('npx', ['--no-install', 'playwright', 'test'], { ...process.env, CHROME_PATH: browser })
say('test: passed')
