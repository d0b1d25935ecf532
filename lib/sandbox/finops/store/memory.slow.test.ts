import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

const Measured = z.object({
  small: z.record(z.string(), z.number()),
  large: z.record(z.string(), z.number()),
  rows: z.record(z.string(), z.number()),
})
const megabyte = 1_000_000

describe('a million rows', () => {
  test('are filtered, counted and ordered in the memory of a few thousand', () => {
    const script = fileURLToPath(new URL('./measure-memory.mts', import.meta.url))
    const child = spawnSync(process.execPath, ['--expose-gc', '--import', 'tsx', script], {
      encoding: 'utf8',
      timeout: 240_000,
    })
    expect(child.stderr).toBe('')
    const { small, large, rows } = Measured.parse(JSON.parse(child.stdout))
    expect(rows.filtered).toBeGreaterThan(1000)
    for (const [work, bytes] of Object.entries(large)) {
      // 100 times the rows; what is held must not follow.
      const before = small[work] ?? 0
      expect(bytes, `${work}: ${before} bytes before`).toBeLessThan(
        Math.max(before * 3, 12 * megabyte),
      )
    }
  }, 300_000)
})
