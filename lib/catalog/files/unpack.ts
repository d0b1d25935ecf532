import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Unzip, UnzipInflate } from 'fflate'
import { CatalogError } from '@/lib/catalog/errors'

type Chunks = AsyncIterable<Uint8Array>

/**
 * The document that a file holds, as its bytes come: the file itself, what is gzipped in it, or the
 * first XML inside a zip archive. What it is tell its first bytes, and not its name.
 *
 * @throws {CatalogError} `too_large` once more than `bytesMax` have come or were unpacked;
 * `bad_document` where it cannot be unpacked
 */
export async function* unpack(file: Chunks, bytesMax: number): AsyncGenerator<Uint8Array> {
  const limited = limit(file, bytesMax)
  const [head, whole] = await peek(limited)
  if (head[0] === 0x1f && head[1] === 0x8b) yield* limit(gunzipped(whole), bytesMax)
  else if (head[0] === 0x50 && head[1] === 0x4b) yield* limit(unzipped(whole), bytesMax)
  else yield* whole
}

async function* limit(chunks: Chunks, bytesMax: number): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > bytesMax) {
      const words = `A document of more than ${bytesMax / 1024 ** 2} MiB is not read.`
      throw new CatalogError('too_large', words)
    }
    yield chunk
  }
}

/** The first bytes, and all of them. */
async function peek(chunks: AsyncGenerator<Uint8Array>): Promise<[Uint8Array, Chunks]> {
  const first = await chunks.next()
  const head = first.done ? new Uint8Array() : first.value
  return [head, startingWith(head, chunks)]
}

async function* startingWith(head: Uint8Array, rest: Chunks): AsyncGenerator<Uint8Array> {
  yield head
  yield* rest
}

async function* gunzipped(chunks: Chunks): AsyncGenerator<Uint8Array> {
  const packed = Readable.from(chunks)
  const gunzip = createGunzip()
  packed.on('error', (error) => gunzip.destroy(error))
  try {
    for await (const chunk of packed.pipe(gunzip)) yield chunk
  } catch (cause) {
    throw isZlibError(cause) ? notReadable('gzip', cause) : cause
  } finally {
    packed.destroy()
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^Z_|^ERR_ZLIB/.test(String(error.code))
}

async function* unzipped(chunks: Chunks): AsyncGenerator<Uint8Array> {
  let out: Uint8Array[] = []
  let failure: unknown
  let isFound = false
  const unzip = new Unzip((entry) => {
    if (isFound || !/\.(xml|edmx)$/i.test(entry.name)) return
    isFound = true
    entry.ondata = (error, data) => {
      failure ??= error
      if (data) out.push(data)
    }
    entry.start()
  })
  unzip.register(UnzipInflate)
  for await (const chunk of chunks) {
    try {
      unzip.push(chunk)
    } catch (error) {
      failure = error
    }
    if (failure) throw notReadable('zip', failure)
    yield* out
    out = []
  }
  if (!isFound) throw new CatalogError('bad_document', 'The archive holds no .xml file.')
}

function notReadable(kind: string, cause: unknown): CatalogError {
  return new CatalogError('bad_document', `This ${kind} file is damaged, or not complete.`, {
    cause,
  })
}
