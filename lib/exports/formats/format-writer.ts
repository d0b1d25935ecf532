import type { CsvOptions } from '@/lib/contract/export'
import type { Column } from '@/lib/exports/columns'
import type { OpenPart } from '@/lib/exports/part-file'

/** What a writer needs to begin, or to go on from where it was known to be good. */
export type WriterStart = Readonly<{
  /** The export's own folder. */
  dir: string
  columns: readonly Column[]
  csv: CsvOptions
  openPart: OpenPart
  /** What `checkpoint` told when it was last asked; undefined for a file from its beginning. */
  from: unknown
}>

/** Makes the file of one format out of rows. One who does not want it any more closes it. */
export type FormatWriter = Readonly<{
  /** Takes a row as it was sent; a promise where the next row has to wait. */
  write: (row: string) => Promise<void> | undefined
  /**
   * Puts everything on the disk and tells, as JSON, how to go on from here; undefined where the
   * rows so far make no whole unit of the format yet and more of them are wanted first.
   */
  checkpoint: (options: Readonly<{ isLast: boolean }>) => Promise<unknown>
  /** Bytes so far. */
  bytes: () => number
  /** What the file does not say as the rows did. */
  notes: () => readonly string[]
  /**
   * Ends the file, which then lies at the path that is answered. Whatever is killed in the middle
   * may do it again.
   */
  finish: (signal: AbortSignal) => Promise<string>
  close: () => Promise<void>
}>

export type OpenWriter = (start: WriterStart) => Promise<FormatWriter>
