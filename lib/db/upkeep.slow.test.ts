import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startStore } from './store-folder'
import { checkpointWhenDue } from './upkeep'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let dir: string
let engine: PGlite

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'fivestep-upkeep-'))
  engine = await startStore(dir)
  // Kept as long as it is, so that a megabyte of text is a megabyte of log.
  await engine.exec('create table filler (text text storage external)')
})

afterAll(async () => {
  await engine.close()
  rmSync(dir, { recursive: true, force: true })
})

const pendingBytes = async () => {
  const { rows } = await engine.query<{ bytes: string }>(
    'select (pg_current_wal_lsn() - redo_lsn)::text as bytes from pg_control_checkpoint()',
  )
  return Number(rows[0]?.bytes)
}

const write = (megabytes: number) =>
  engine.query("insert into filler select repeat('x', 1048576) from generate_series(1, $1)", [
    megabytes,
  ])

test('a short log is left alone', async () => {
  await engine.exec('checkpoint')
  await write(4)
  const before = await pendingBytes()
  await checkpointWhenDue(engine)
  expect(await pendingBytes()).toBeGreaterThanOrEqual(before)
})

test('a long log is written out, and its files are used again however much is written', async () => {
  const sizes: number[] = []
  for (let round = 0; round < 3; round += 1) {
    await write(40)
    expect(await pendingBytes()).toBeGreaterThan(32 * 1024 * 1024)
    await checkpointWhenDue(engine)
    expect(await pendingBytes()).toBeLessThan(1024 * 1024)
    const { rows } = await engine.query<{ bytes: string }>(
      'select sum(size)::text as bytes from pg_ls_waldir()',
    )
    sizes.push(Number(rows[0]?.bytes))
  }
  expect(Math.max(...sizes)).toBeLessThan(130 * 1024 * 1024)
})
