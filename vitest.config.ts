import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Rooms that know nothing of Node, the database or the network. */
const pure = '{lib/{odata,steps,diagnosis,contract},components}/**/*.test.ts'

/** Rooms that read the environment's variables, which their tests set before anything is loaded. */
const outbound = 'lib/{http,entra,finops,proof,catalog}/**/*.test.ts'

/** Tests that start processes of their own, and kill them; `--mode quick` leaves them out. */
const slow = '**/*.slow.test.ts'

export default defineConfig(({ mode }) => {
  const left = mode === 'quick' ? [slow] : []
  return {
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
      testTimeout: 30_000,
      hookTimeout: 60_000,
      unstubEnvs: true,
      restoreMocks: true,
      projects: [
        {
          extends: true,
          test: {
            name: 'pure',
            setupFiles: ['./vitest.setup.ts'],
            include: [pure],
            // Nothing there keeps state between tests, so the files need not load everything anew.
            isolate: false,
          },
        },
        {
          extends: true,
          test: {
            name: 'rooms',
            setupFiles: ['./vitest.setup.ts'],
            include: ['{app,lib,scripts}/**/*.test.{ts,mjs}'],
            exclude: [pure, outbound, ...left],
            isolate: false,
          },
        },
        {
          extends: true,
          test: { name: 'outbound', include: [outbound], exclude: left },
        },
      ],
    },
  }
})
