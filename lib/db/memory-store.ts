import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { migrationsFolder } from '@/lib/db/migrations-folder'

const modules = join(process.cwd(), 'node_modules')
const cacheFolder = join(modules, '.cache', 'fivestep')

/**
 * A store in memory, for tests. Making an empty one takes the engine seconds, so the first that
 * was made and migrated is kept as an archive, and the later ones are unpacked from it.
 *
 * @param migrate brings a new store up to date
 */
export async function openMemoryStore(migrate: (engine: PGlite) => Promise<void>): Promise<PGlite> {
  const archive = join(cacheFolder, `store-${fingerprint()}.tar`)
  const kept = read(archive)
  if (kept) return PGlite.create({ loadDataDir: new Blob([kept]) })
  const engine = await PGlite.create()
  await migrate(engine)
  keep(archive, Buffer.from(await (await engine.dumpDataDir('none')).arrayBuffer()))
  return engine
}

/** What an archive depends on: the engine and every migration. */
function fingerprint(): string {
  const hash = createHash('sha256')
  hash.update(readFileSync(join(modules, '@electric-sql', 'pglite', 'package.json')))
  for (const file of readdirSync(migrationsFolder).sort()) {
    if (file.endsWith('.sql')) hash.update(readFileSync(join(migrationsFolder, file)))
  }
  hash.update(readFileSync(join(migrationsFolder, 'meta', '_journal.json')))
  return hash.digest('hex').slice(0, 16)
}

function read(archive: string): Buffer<ArrayBuffer> | undefined {
  try {
    return readFileSync(archive)
  } catch {
    // Not made yet.
    return undefined
  }
}

function keep(archive: string, content: Buffer): void {
  try {
    mkdirSync(cacheFolder, { recursive: true })
    for (const file of readdirSync(cacheFolder)) {
      if (/^store-[0-9a-f]+\.tar$/.test(file)) rmSync(join(cacheFolder, file), { force: true })
    }
    const draft = `${archive}.${process.pid}`
    writeFileSync(draft, content)
    renameSync(draft, archive)
  } catch {
    // A folder that cannot be written only costs the next test its time.
  }
}
