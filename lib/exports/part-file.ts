import { type FileHandle, open } from 'node:fs/promises'

const bufferBytes = 256 * 1024

/** A file that is appended to, and that can be cut back to where it was known to be good. */
export type PartFile = Readonly<{
  /** Bytes so far, those that are not written yet among them. */
  length: () => number
  /** Takes text or bytes; a promise where it has to write them out first. */
  append: (data: string | Uint8Array) => Promise<void> | undefined
  /** Everything that was appended is on the disk once this resolves. */
  sync: () => Promise<void>
  close: () => Promise<void>
}>

export type OpenPart = (path: string, length: number) => Promise<PartFile>

/** Opens a file of mode 0600 for appending, cut to `length` bytes. */
export const openPart: OpenPart = async (path, length) => {
  const file = await open(path, length === 0 ? 'w' : 'r+', 0o600)
  try {
    const { size } = await file.stat()
    if (size < length) throw new Error(`${path} has ${size} bytes of ${length}`)
    await file.truncate(length)
  } catch (error) {
    await file.close()
    throw error
  }
  return new Appender(file, length).part
}

class Appender {
  readonly #file: FileHandle
  readonly #buffer = Buffer.allocUnsafe(bufferBytes)
  #used = 0
  #written: number

  constructor(file: FileHandle, length: number) {
    this.#file = file
    this.#written = length
  }

  get part(): PartFile {
    return {
      length: () => this.#written + this.#used,
      append: (data) => this.#append(data),
      sync: async () => {
        await this.#flush()
        await this.#file.datasync()
      },
      close: () => this.#file.close(),
    }
  }

  #append(data: string | Uint8Array): Promise<void> | undefined {
    const most = typeof data === 'string' ? data.length * 3 : data.byteLength
    if (most > bufferBytes - this.#used) return this.#appendSlowly(data)
    if (typeof data === 'string') this.#used += this.#buffer.write(data, this.#used, 'utf8')
    else {
      this.#buffer.set(data, this.#used)
      this.#used += data.byteLength
    }
    return undefined
  }

  async #appendSlowly(data: string | Uint8Array): Promise<void> {
    await this.#flush()
    const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data
    if (bytes.byteLength > bufferBytes) {
      await this.#write(bytes)
      return
    }
    this.#buffer.set(bytes, 0)
    this.#used = bytes.byteLength
  }

  async #flush(): Promise<void> {
    const { byteLength: used } = this.#buffer.subarray(0, this.#used)
    await this.#write(this.#buffer.subarray(0, used))
    this.#used = 0
  }

  async #write(bytes: Uint8Array): Promise<void> {
    let from = 0
    while (from < bytes.byteLength) {
      const rest = bytes.byteLength - from
      const { bytesWritten } = await this.#file.write(bytes, from, rest, this.#written)
      from += bytesWritten
      this.#written += bytesWritten
    }
  }
}
