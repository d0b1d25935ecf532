import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from './project.mjs'

/** A planted violation a lint rule that this code relies on: path and text. */
const plants = {
  'suspicious/noExplicitAny': ['lib/a/any.ts', 'export const x: any = 1'],
  'style/noNonNullAssertion': ['lib/a/bang.ts', 'export const x = (y?: string) => y!.length'],
  'style/noEnum': ['lib/a/enum.ts', 'export enum Colour { Red }'],
  'style/noDefaultExport': ['lib/a/default.ts', 'export default 1'],
  'style/noProcessEnv': ['lib/a/env.ts', 'export const x = process.env.HOME'],
  'style/useFilenamingConvention': ['lib/a/CamelCase.ts', 'export const x = 1'],
  'performance/noBarrelFile': ['lib/a/index.ts', "export { x } from './env'"],
  'suspicious/noConsole': ['lib/a/console.ts', "console.log('x')"],
  'style/useErrorCause': [
    'lib/a/cause.ts',
    "try { JSON.parse('') } catch (error) { throw new Error('lost') }",
  ],
  'style/useThrowOnlyError': ['lib/a/throw.ts', "export function x() { throw 'text' }"],
  'suspicious/noImportCycles': [
    'lib/a/cycle.ts',
    "import { back } from './cycle-back'\nexport const there = () => back",
  ],
  'nursery/noFloatingPromises': [
    'lib/a/floating.ts',
    'async function f() { return 1 }\nexport function g() { f() }',
  ],
  'suspicious/noFocusedTests': [
    'lib/a/only.test.ts',
    "import { test } from 'vitest'\ntest.only('x', () => undefined)",
  ],
  'suspicious/noPlaywrightWaitForTimeout': [
    'e2e/wait.spec.ts',
    'export const x = async (page) => { await page.waitForTimeout(5) }',
  ],
}

describe('the lint rules', () => {
  let folder
  let found

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'fivestep-lint-'))
    for (const file of ['biome.json', 'tsconfig.json', 'package.json']) {
      cpSync(join(root, file), join(folder, file))
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    execFileSync('git', ['init', '-q'], { cwd: folder })
    const files = [
      ...Object.values(plants),
      ['lib/a/cycle-back.ts', "import { there } from './cycle'\nexport const back = () => there"],
    ]
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), `${text}\n`)
    }
    found = lint(folder)
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(Object.entries(plants))('%s fails the check', (rule, [path]) => {
    expect(found).toContainEqual([`lint/${rule}`, path, 'error'])
  })
})

function lint(cwd) {
  const bin = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const args = [bin, 'lint', '--reporter=json', '--max-diagnostics=none', '.']
  const run = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 })
  return JSON.parse(run.stdout).diagnostics.map(({ category, location, severity }) => [
    category,
    pathOf(location)
      .replaceAll('\\', '/')
      .replace(/^[.]\//, ''),
    severity,
  ])
}

/** The reporter has named the file in two ways over its versions. */
function pathOf(location) {
  return typeof location.path === 'string' ? location.path : (location.path?.file ?? '')
}
