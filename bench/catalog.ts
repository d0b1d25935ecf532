/**
 * What does it take to read F&O's $metadata? Fivestep against a bare saxes scan of the same bytes,
 * @sap-ux/edmx-parser and fast-xml-parser, each in a process of its own, in turns.
 *
 * Run it with `npm run bench -- catalog`. It reads the largest real document in
 * ../shared/metadata/finops where that is there, and one of 40 to 50 MB that it generates.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { generateMetadata } from './metadata/generate-metadata'
import { table } from './table'

type Run = Readonly<{ ms: number; peakMiB: number; loopMaxMs: number; properties: number }>

const run = promisify(execFile)
const rounds = Number(process.env.ROUNDS ?? 3)
const names = ['fivestep', 'saxes', 'edmx-parser', 'fast-xml-parser'] as const
const real = join('..', 'shared', 'metadata', 'finops', 'rebuilt.xml.gz')

/** Runs the benchmark and prints a table; the figures are those of the generated document. */
export async function benchCatalog(): Promise<object> {
  const dir = await mkdtemp(join(tmpdir(), 'fivestep-bench-'))
  try {
    const worker = await bundleWorker(dir)
    if (existsSync(real)) {
      const file = join(dir, 'real.xml')
      await writeFile(file, gunzipSync(await readFile(real)))
      await compare('the real document', file, worker)
    } else {
      console.log(`The real document is not there (${real}); only the generated one is read.`)
    }
    const file = join(dir, 'generated.xml')
    await writeGenerated(file)
    return await compare('the generated document', file, worker)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

/** As the app's own build does: a thread starts from one file, and not from its TypeScript. */
async function bundleWorker(dir: string): Promise<string> {
  const outfile = join(dir, 'catalog-worker.mjs')
  await build({
    entryPoints: ['lib/catalog/build/catalog-worker.ts'],
    ...{ bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'error' },
  })
  return outfile
}

async function writeGenerated(file: string): Promise<void> {
  const out = await open(file, 'w')
  try {
    for (const piece of generateMetadata()) await out.write(piece)
  } finally {
    await out.close()
  }
}

async function compare(title: string, file: string, worker: string): Promise<object> {
  const runs = new Map<string, Run[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) runs.get(name)?.push(await contend(name, file, worker))
  }
  const median = (name: string, figure: keyof Run) => {
    const sorted = (runs.get(name) ?? []).map((one) => one[figure]).sort((a, b) => a - b)
    return sorted[Math.floor(sorted.length / 2)] ?? 0
  }
  const { size } = await stat(file)
  console.log(`\n${title}: ${(size / 1e6).toFixed(1)} MB, median of ${rounds}`)
  console.log(
    table(
      ['reader', 'ms', 'peak MiB above idle', 'loop held, ms', 'properties'],
      names.map((name) => [
        name,
        median(name, 'ms'),
        median(name, 'peakMiB'),
        Math.round(median(name, 'loopMaxMs')),
        median(name, 'properties'),
      ]),
    ),
  )
  const ratio = (one: number, other: number) => Math.round((one / other) * 100) / 100
  return {
    ratioVsSaxes: ratio(median('fivestep', 'ms'), median('saxes', 'ms')),
    speedupVsEdmxParser: ratio(median('edmx-parser', 'ms'), median('fivestep', 'ms')),
    speedupVsFastXmlParser: ratio(median('fast-xml-parser', 'ms'), median('fivestep', 'ms')),
    peakMiB: median('fivestep', 'peakMiB'),
    loopMaxMs: Math.round(median('fivestep', 'loopMaxMs') * 10) / 10,
  }
}

async function contend(name: string, file: string, worker: string): Promise<Run> {
  const script = join('bench', 'catalog-contender.ts')
  const args = ['--conditions=react-server', '--import', 'tsx', script, name, file, worker]
  const { stdout } = await run(process.execPath, args, { maxBuffer: 1e7 })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Run
}
