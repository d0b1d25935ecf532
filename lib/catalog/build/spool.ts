import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A document that lies in a file until it is let go. */
export type Spooled = Readonly<{
  /** SHA-256 of its bytes, in hex. */
  hash: string
  chunks: () => AsyncIterable<Uint8Array>
  remove: () => Promise<void>
}>

/** Puts a document into a file, so that its hash is known before anything is made of it. */
export async function spool(chunks: AsyncIterable<Uint8Array>): Promise<Spooled> {
  const dir = await mkdtemp(join(tmpdir(), 'fivestep-metadata-'))
  const remove = () => rm(dir, { recursive: true, force: true })
  const path = join(dir, 'metadata.xml')
  const hash = createHash('sha256')
  try {
    const file = await open(path, 'wx', 0o600)
    try {
      for await (const chunk of chunks) {
        hash.update(chunk)
        await file.write(chunk)
      }
    } finally {
      await file.close()
    }
  } catch (error) {
    await remove()
    throw error
  }
  return { hash: hash.digest('hex'), chunks: () => createReadStream(path), remove }
}
