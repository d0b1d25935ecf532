/**
 * Reads one $metadata document in one way, in a process of its own, and prints what it took as
 * JSON: wall time, peak memory above idle, the longest that the event loop was held.
 */
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Worker } from 'node:worker_threads'
import { SaxesParser } from 'saxes'
import { buildCatalog } from '@/lib/catalog/build/build-catalog'
import { setCatalogWorker } from '@/lib/catalog/build/spawn-worker'

type Read = (file: string) => Promise<number>

const chunkBytes = 64 * 1024

const contenders: Readonly<Record<string, Read>> = {
  async fivestep(file) {
    const { counts } = await buildCatalog(createReadStream(file, { highWaterMark: chunkBytes }), {
      part: async () => undefined,
      progress: () => undefined,
      signal: new AbortController().signal,
    })
    return counts.properties
  },
  async saxes(file) {
    let tags = 0
    const parser = new SaxesParser({ xmlns: false })
    parser.on('opentag', ({ name }) => {
      if (name === 'Property') tags += 1
    })
    const decoder = new TextDecoder()
    for await (const chunk of createReadStream(file, { highWaterMark: chunkBytes })) {
      parser.write(decoder.decode(chunk, { stream: true }))
    }
    parser.close()
    return tags
  },
  async 'edmx-parser'(file) {
    const { parse } = await import('@sap-ux/edmx-parser')
    const { schema } = parse(await readFile(file, 'utf8'))
    return schema.entityTypes.flatMap(
      (type: { entityProperties: unknown[] }) => type.entityProperties,
    ).length
  },
  async 'fast-xml-parser'(file) {
    const { XMLParser } = await import('fast-xml-parser')
    const parser = new XMLParser({ ignoreAttributes: false, processEntities: true })
    const document = parser.parse(await readFile(file, 'utf8'))
    const schemas = [document['edmx:Edmx']['edmx:DataServices'].Schema].flat()
    const types = schemas.flatMap((schema: { EntityType?: unknown }) => schema.EntityType ?? [])
    return (types as { Property?: unknown }[]).flatMap((type) => type.Property ?? []).length
  },
}

const [name = '', file = '', worker = ''] = process.argv.slice(2)
const read = contenders[name]
if (!read) throw new Error(`no contender called "${name}"`)
setCatalogWorker(() => new Worker(worker))

const delay = monitorEventLoopDelay({ resolution: 1 })
const idleMiB = await peakMiB()
delay.enable()
const startedAt = performance.now()
const properties = await read(file)
const ms = performance.now() - startedAt
delay.disable()
const peak = (await peakMiB()) - idleMiB
console.log(
  JSON.stringify({
    ms: Math.round(ms),
    peakMiB: Math.round(peak),
    loopMaxMs: delay.max / 1e6,
    properties,
  }),
)

/** The most memory that the process has had so far. */
async function peakMiB(): Promise<number> {
  const status = await readFile('/proc/self/status', 'utf8')
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024
}
