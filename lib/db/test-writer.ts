import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/*
 * A process that writes rows into the store of a folder, and tells line by line, as JSON, what has
 * been acknowledged: `node lib/db/test-writer.ts <folder> <first> <count> [hold]`.
 */

const [folder = '', first = '0', count = '0', hold] = process.argv.slice(2)
const say = (line: Record<string, unknown>) => fs.writeSync(1, `${JSON.stringify(line)}\n`)

let syncs = 0
const realSync = fs.fsyncSync
fs.fsyncSync = (handle) => {
  syncs += 1
  realSync(handle)
}
syncBuiltinESMExports()

const { openDatabase } = await import('@/lib/db/client')
try {
  const database = await openDatabase({ dir: folder })
  const { rows } = await database.execute("select key from settings where key like 'row-%'")
  say({ opened: process.pid, kept: rows.map(({ key }) => Number(String(key).slice(4))) })

  const before = syncs
  for (let row = Number(first); row < Number(first) + Number(count); row += 1) {
    const values = [`row-${row}`, JSON.stringify({ row, filler: 'x'.repeat(row % 3000) })]
    await database.execute('insert into settings (key, value) values ($1, $2)', values)
    say({ written: row })
  }
  say({ syncs: syncs - before })
  if (hold) setInterval(() => undefined, 60_000)
  else await database.close()
} catch (error) {
  const { code, message } = error as { code?: string; message: string }
  say({ refused: code, message })
  process.exitCode = 1
}
