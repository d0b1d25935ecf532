import { setImmediate } from 'node:timers/promises'
import { testEnvironment } from '@/lib/sandbox/finops/test-environment'

const works: Readonly<Record<string, string>> = {
  filtered:
    "/data/SalesOrderLines/$count?cross-company=true&$filter=LineAmount gt 50000 and ItemNumber eq '*7*'",
  page: '/data/SalesOrderLines?cross-company=true&$filter=LineAmount gt 50000&$select=InventoryLotId&$skip=2000&$top=500',
  ordered:
    '/data/SalesOrderLines?cross-company=true&$orderby=LineAmount desc&$top=100&$select=LineAmount',
}

/** Bytes that stay or pile up on the heap while a request is answered, at their highest. */
async function measure(rows: number) {
  const environment = testEnvironment(rows)
  const bytes: Record<string, number> = {}
  const lengths: Record<string, number> = {}
  for (const [work, path] of Object.entries(works)) {
    globalThis.gc?.()
    const before = process.memoryUsage().heapUsed
    let highest = before
    const timer = setInterval(() => {
      globalThis.gc?.()
      highest = Math.max(highest, process.memoryUsage().heapUsed)
    }, 200)
    const text = await (await environment.send(path)).text()
    clearInterval(timer)
    globalThis.gc?.()
    highest = Math.max(highest, process.memoryUsage().heapUsed)
    bytes[work] = highest - before
    lengths[work] = work === 'filtered' ? Number(text) : text.length
    await setImmediate()
  }
  return { bytes, lengths }
}

const small = await measure(10_000)
const large = await measure(1_000_000)
process.stdout.write(
  JSON.stringify({ small: small.bytes, large: large.bytes, rows: large.lengths }),
)
