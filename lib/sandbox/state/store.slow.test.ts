import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { registerApp } from '@/lib/sandbox/state/apps'
import type { State } from '@/lib/sandbox/state/state'
import { openStore } from '@/lib/sandbox/state/store'
import type { SandboxLog } from '@/lib/sandbox/types'

// Processes are started one after the other, and on a busy machine each takes seconds.
vi.setConfig({ testTimeout: 120_000 })

const now = () => new Date('2026-03-02T08:00:00.000Z')
let dir: string
let warnings: string[]
const log: SandboxLog = {
  info() {},
  warn: (_facts, message) => void warnings.push(message),
  error() {},
}
const open = () => openStore({ dir, now, log })
const add = (name: string) => (draft: State) =>
  registerApp(draft, {
    name,
    audience: 'AzureADMyOrg',
    redirectUris: [],
    permissions: [],
    servicePrincipal: true,
    now: now(),
  })

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'practice-store-'))
  warnings = []
})
afterEach(() => rm(dir, { recursive: true }))

test('what was changed is there when it is opened again, readable to its owner alone', async () => {
  const app = await (await open()).change(add('Kept'))
  expect((await open()).read().apps).toEqual([app])
  const { mode } = await stat(join(dir, 'state.json'))
  expect(mode & 0o777).toBe(0o600)
})

test('a hundred changes at once are all kept, in far fewer writes', async () => {
  const store = await open()
  await Promise.all(Array.from({ length: 100 }, (_, index) => store.change(add(`App ${index}`))))
  expect((await open()).read().apps.map((app) => app.name)).toEqual(
    Array.from({ length: 100 }, (_, index) => `App ${index}`),
  )
})

test('an edit that throws changes nothing', async () => {
  const store = await open()
  const broken = store.change((draft) => {
    draft.apps.push(add('Half')(draft))
    throw new RangeError('no')
  })
  await expect(broken).rejects.toThrow(RangeError)
  expect(store.read().apps).toEqual([])
})

test('a failed write is told, and the next one brings all changes', async () => {
  const store = await open()
  await rm(dir, { recursive: true })
  await writeFile(dir, 'a file where the folder was')
  await expect(store.change(add('First'))).rejects.toThrow()
  await rm(dir)
  await store.change(add('Second'))
  expect((await open()).read().apps.map((app) => app.name)).toEqual(['First', 'Second'])
})

describe('a file that cannot be read', () => {
  test.each(['', '{', 'null', '{"version":2}', '{"version":1,"apps":[{}]}', '\u0000\u0000'])(
    '%j is set aside under a telling name, and the tenant starts afresh',
    async (content) => {
      await writeFile(join(dir, 'state.json'), content)
      const store = await open()
      expect(store.read().apps).toEqual([])
      expect(warnings).toHaveLength(1)
      const aside = (await readdir(dir)).find((name) => name.includes('.unreadable-'))
      expect(aside).toBe('state.json.unreadable-2026-03-02T08-00-00.000Z')
      expect(await readFile(join(dir, aside ?? ''), 'utf8')).toBe(content)
    },
  )
})

test('drafts of a killed process are swept away, other files are not', async () => {
  await writeFile(join(dir, 'state.json.0123456789ab.tmp'), '{')
  await writeFile(join(dir, 'notes.tmp'), 'mine')
  await open()
  expect(await readdir(dir)).toEqual(['notes.tmp'])
})

test('kill -9 while it writes loses nothing that was acknowledged', async () => {
  const root = new URL('../../../', import.meta.url)
  const script = `
    import { openStore } from '@/lib/sandbox/state/store'
    const log = { info() {}, warn() {}, error() {} }
    const store = await openStore({ dir: ${JSON.stringify(dir)}, now: () => new Date(), log })
    for (let count = 1; ; count += 1) {
      await store.change((draft) => { draft.delays.app = count % 600; draft.delays.trust = Math.floor(count / 600) })
      process.stdout.write(count + '\\n')
    }`
  const entry = join(dir, 'writer.mts')
  await writeFile(entry, script)
  for (let round = 0; round < 5; round += 1) {
    const child = spawn(process.execPath, ['--import', 'tsx', entry], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let acknowledged = 0
    for await (const chunk of child.stdout) {
      acknowledged = Number(String(chunk).trim().split('\n').at(-1))
      if (acknowledged > 20 + round * 7) child.kill('SIGKILL')
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    const { delays } = (await open()).read()
    expect(delays.trust * 600 + delays.app).toBeGreaterThanOrEqual(acknowledged)
    expect(warnings).toEqual([])
  }
})
