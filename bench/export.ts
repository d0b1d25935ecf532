/**
 * What does it cost to export a million rows? To CSV and to Parquet, against a loop that only
 * fetches the same pages and throws them away, each in a process of its own, in turns, from a
 * practice tenant in another one.
 *
 * Run it with `npm run bench -- export`. ROWS (1,000,000) and ROUNDS (1) make it shorter or surer.
 */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { freePort } from '../e2e/free-port'
import type { Contest, Practice } from './export-contender'
import { preparePractice, readAuthority } from './practice-world'
import { table } from './table'

const rows = Number(process.env.ROWS ?? 1_000_000)
const rounds = Number(process.env.ROUNDS ?? 1)
const kinds = ['discard', 'csv', 'parquet'] as const
const run = promisify(execFile)

/** Runs the benchmark and prints a table. */
export async function benchExport(): Promise<object> {
  const dataDir = await mkdtemp(join(tmpdir(), 'fivestep-bench-'))
  const port = await freePort()
  const app = await preparePractice(dataDir)
  const args = ['scripts/sandbox.mjs', '--port', String(port), '--rows', String(rows)]
  const tenant = spawn(process.execPath, [...args, '--dir', join(dataDir, 'practice')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    const caPem = await authorityOf(dataDir)
    return await compare({ port, caPem, ...app })
  } finally {
    const ended = once(tenant, 'exit')
    tenant.kill()
    await ended
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** It is there once the tenant has made it. */
async function authorityOf(dataDir: string): Promise<string> {
  for (let tries = 0; ; tries += 1) {
    await wait(500)
    try {
      return await readAuthority(dataDir)
    } catch (error) {
      if (tries === 60) throw error
    }
  }
}

async function compare(practice: Practice): Promise<object> {
  const found = new Map<string, Contest[]>(kinds.map((kind) => [kind, []]))
  // Both sides find the tenant warm.
  await contend('discard', practice)
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of kinds) found.get(kind)?.push(await contend(kind, practice))
  }
  const exported = found.get('csv')?.[0]?.rows ?? 0
  const best = (kind: string, figure: 'ms' | 'peakMiB' | 'bytes') =>
    Math.min(...(found.get(kind) ?? []).map((one) => one[figure]))
  const speed = (kind: string) => Math.round((exported * 1000) / best(kind, 'ms'))
  console.log(`\n${exported} rows, best of ${rounds}`)
  console.log(
    table(
      ['way', 's', 'rows/s', 'peak MiB above idle', 'MB'],
      kinds.map((kind) => [
        kind,
        Math.round(best(kind, 'ms') / 100) / 10,
        speed(kind),
        best(kind, 'peakMiB'),
        Math.round(best(kind, 'bytes') / 1e6),
      ]),
    ),
  )
  const ratio = (kind: string) => Math.round((speed(kind) / speed('discard')) * 100) / 100
  return {
    csvRatio: ratio('csv'),
    parquetRatio: ratio('parquet'),
    rowsPerSecond: speed('csv'),
    peakMiB: Math.max(best('csv', 'peakMiB'), best('parquet', 'peakMiB')),
  }
}

async function contend(kind: string, practice: Practice): Promise<Contest> {
  const script = join('bench', 'export-contender.ts')
  const args = ['--conditions=react-server', '--import', 'tsx', script, kind]
  const { stdout } = await run(process.execPath, [...args, JSON.stringify(practice)])
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Contest
}
