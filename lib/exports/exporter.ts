import { randomUUID } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { database } from '@/lib/db/client'
import { type OpenPart, openPart } from '@/lib/exports/part-file'
import { Runs } from '@/lib/exports/runs'
import { type Progress, releaseAll } from '@/lib/exports/store'
import { processWide } from '@/lib/http/process-wide'

export type ExporterOptions = Readonly<{
  /** Where the files lie; made where missing. */
  dir: string
  log: Logger
  openPart?: OpenPart
}>

/** What runs the exports of this process. */
export type Exporter = Readonly<{
  dir: string
  /** Of the folder, so that an export is only run and handed out where its file is. */
  home: string
  /** Looks for work now; otherwise it does so every few seconds. */
  wake: () => void
  /** How far a run of this process is, to the moment; the store has it a few seconds later. */
  progressOf: (id: string) => Progress | undefined
  /** Ends the run of an export here, if there is one, and resolves when its files are let go. */
  stopRun: (id: string) => Promise<void>
  /** Ends every run so that it goes on at the next start. */
  stop: () => Promise<void>
}>

const held = () =>
  processWide<{ exporter: Exporter | undefined }>('exporter', () => ({ exporter: undefined }))

/** The one of this process. @throws {Error} before the start-up has come so far */
export function exporter(): Exporter {
  const { exporter } = held()
  if (!exporter) throw new Error('the exporter was not started')
  return exporter
}

/** How far an export is that this process runs; undefined for any other. */
export function progressHere(id: string): Progress | undefined {
  return held().exporter?.progressOf(id)
}

/** Starts running exports, those first that a former process left unfinished. */
export async function startExporter(options: ExporterOptions): Promise<Exporter> {
  const { dir, log } = options
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const home = await homeOf(dir)
  // The embedded store has a single process, so whoever ran them before is gone.
  if (database().kind === 'pglite') await releaseAll(home)
  const runs = new Runs({ dir, home, log, openPart: options.openPart ?? openPart })
  const started: Exporter = {
    dir,
    home,
    wake: () => runs.wake(),
    progressOf: (id) => runs.progressOf(id),
    stopRun: (id) => runs.stopRun(id),
    stop: async () => {
      if (held().exporter === started) held().exporter = undefined
      await runs.stop()
    },
  }
  held().exporter = started
  runs.wake()
  return started
}

async function homeOf(dir: string): Promise<string> {
  const path = join(dir, 'home')
  try {
    await writeFile(path, randomUUID(), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return (await readFile(path, 'utf8')).trim()
}
