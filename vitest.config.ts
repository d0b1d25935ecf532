import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Tests that start processes and databases of their own; `--mode quick` leaves them out. */
const slow = '{app,faults,lib}/**/*.slow.test.ts'

/** Tests that set the environment's variables before anything is loaded. */
const ownVariables = ['lib/http/proxy.test.ts', 'lib/entra/get-token.test.ts']

export default defineConfig(({ mode }) => ({
  resolve: {
    alias: [
      { find: /^@\//, replacement: here('./') },
      // Outside Next there is no client bundle to guard, and the package throws by design.
      { find: /^server-only$/, replacement: here('./node_modules/server-only/empty.js') },
    ],
  },
  test: {
    // The default leaves one of two cores idle.
    maxWorkers: 2,
    minWorkers: 1,
    setupFiles: ['./vitest.setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    unstubEnvs: true,
    restoreMocks: true,
    // Vitest 3.2 takes isolation from the pool, at the root, and from nowhere else; hence a pool for
    // each kind. In `forks` each file puts back what it changes, so the next need not load
    // everything anew.
    poolOptions: { forks: { isolate: false }, threads: { isolate: true } },
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['{app,components,faults,lib,scripts}/**/*.test.{ts,mjs}'],
          exclude: [slow, ...ownVariables],
          pool: 'forks',
        },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          pool: 'threads',
          include: mode === 'quick' ? ownVariables : [slow, ...ownVariables],
        },
      },
    ],
  },
}))
