import type { ParquetWriter } from 'hyparquet-writer'
import { z } from 'zod'

/** What the footer says of one row group. */
export type RowGroup = ParquetWriter['row_groups'][number]

/**
 * Row groups as JSON, so that the footer can be written by whichever process comes to the end:
 * whole numbers of 64 bits and bytes are told by what stands before them.
 */
export function printRowGroups(groups: readonly RowGroup[]): string {
  return JSON.stringify(groups, (_, value: unknown) => {
    if (typeof value === 'bigint') return `n${value}`
    if (value instanceof Uint8Array) return `b${Buffer.from(value).toString('base64')}`
    return typeof value === 'string' ? `s${value}` : value
  })
}

/** Reads what {@link printRowGroups} wrote. */
export function parseRowGroups(text: string): RowGroup[] {
  const groups: unknown = JSON.parse(text, (_, value: unknown) => {
    if (typeof value !== 'string') return value
    const rest = value.slice(1)
    if (value.startsWith('n')) return BigInt(rest)
    return value.startsWith('b') ? new Uint8Array(Buffer.from(rest, 'base64')) : rest
  })
  // Only ever fed with what printRowGroups made of row groups, from a file of our own.
  return z.array(z.unknown()).parse(groups) as RowGroup[]
}
