import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import config from '../.dependency-cruiser.mjs'
import { root } from './project.mjs'

const rules = config.forbidden.map((rule) => rule.name)
const rooms = rules.filter((name) => name.startsWith('room-') && name !== 'room-not-in-table')

/** A planted violation a rule: the file that breaks it and the import that does. */
const plants = {
  ...Object.fromEntries(
    rooms.map((rule) => {
      const room = rule.slice('room-'.length)
      return [
        rule,
        [`lib/${room}/planted.ts`, `import { page } from '@/app/page'\nexport const x = page`],
      ]
    }),
  ),
  'tests-stay-in-lib': [
    'lib/db/planted.test.ts',
    "import { page } from '@/app/page'\nexport const x = page",
  ],
  'room-not-in-table': [
    'app/planted-room.ts',
    "import { x } from '@/lib/unheard-of/thing'\nexport const y = x",
  ],
  'pure-is-pure': [
    'lib/odata/planted-node.ts',
    "import { readFileSync } from 'node:fs'\nexport const x = readFileSync",
  ],
  'components-see-only-pure': [
    'components/shell/planted.tsx',
    "import type { x } from '@/lib/db/thing'\nexport type Y = typeof x",
  ],
  'components-not-app': ['components/data/planted.ts', "export * from '../../app/page'"],
  'primitives-know-nothing': [
    'components/ui/planted.tsx',
    "import { x } from '@/lib/steps/thing'\nexport const y = x",
  ],
  'pillars-apart': [
    'components/wizard/planted.tsx',
    "import { x } from '@/components/explorer/thing'\nexport const y = x",
  ],
  'shared-pillars-apart': [
    'components/proof/planted.tsx',
    "import { x } from '@/components/explorer/thing'\nexport const y = x",
  ],
  'diagnosis-below-proof': [
    'components/diagnosis/planted.tsx',
    "import { x } from '@/components/proof/thing'\nexport const y = x",
  ],
  'sandbox-stays-outside': [
    'lib/jobs/planted-sandbox.ts',
    "export const load = () => import('@/lib/sandbox/thing')",
  ],
  'routes-hold-no-sql': [
    'app/planted-sql.ts',
    "import { x } from '@/lib/db/thing'\nexport const y = x",
  ],
  'no-cycle': [
    'lib/log/planted-cycle.ts',
    "import { back } from './planted-cycle-back'\nexport const there = back",
  ],
  'no-unresolvable': [
    'lib/steps/planted-nowhere.ts',
    "import { x } from './nowhere'\nexport const y = x",
  ],
}

/** What the planted files import; none of it breaks a rule. */
const surroundings = {
  'app/page.ts': 'export const page = 1',
  'components/explorer/thing.ts': 'export const x = 1',
  'components/proof/thing.ts': 'export const x = 1',
  'lib/db/thing.ts': 'export const x = 1',
  'lib/db/errors.ts': 'export const x = 1',
  'lib/steps/thing.ts': 'export const x = 1',
  'lib/sandbox/thing.ts': 'export const x = 1',
  'lib/unheard-of/thing.ts': 'export const x = 1',
  'lib/log/planted-cycle-back.ts':
    "import { there } from './planted-cycle'\nexport const back = () => there",
}

describe('the arrows', () => {
  let folder
  let violations

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'fivestep-arrows-'))
    for (const file of ['.dependency-cruiser.mjs', 'tsconfig.json', 'package.json']) {
      cpSync(join(root, file), join(folder, file))
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    for (const [path, text] of [...Object.entries(surroundings), ...Object.values(plants)]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    violations = cruise(folder)
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('every rule has a planted violation', () => {
    expect(Object.keys(plants).sort()).toEqual([...rules].sort())
  })

  test.each(Object.entries(plants))('%s is held', (rule, [path]) => {
    // A cycle is reported from whichever of its two files the checker met first.
    const stem = path.replace(/[.]tsx?$/, '')
    expect(violations.some(([name, from]) => name === rule && from.startsWith(stem))).toBe(true)
  })

  test('what breaks no rule is left alone', () => {
    const planted = new Set(Object.values(plants).map(([path]) => path))
    const others = violations.filter(([rule, from]) => !planted.has(from) && rule !== 'no-cycle')
    expect(others).toEqual([])
  })
})

function cruise(cwd) {
  const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const run = spawnSync(process.execPath, [bin, 'app', 'components', 'lib', '-T', 'json'], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return JSON.parse(run.stdout).summary.violations.map(({ rule, from }) => [rule.name, from])
}
