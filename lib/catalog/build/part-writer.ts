import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { deflateRaw } from 'node:zlib'
import type { CatalogCounts, CatalogPart, Directory, ThingKind } from '@/lib/catalog/build/messages'
import { CsdlReader } from '@/lib/odata/csdl/csdl-reader'
import { itemType } from '@/lib/odata/csdl/item-type'
import type {
  CsdlImport,
  CsdlOperation,
  CsdlTargetAnnotations,
  CsdlType,
} from '@/lib/odata/csdl/model'
import { SearchDataBuilder } from '@/lib/odata/search/search-data-builder'

/** A block is opened as a whole for one thing in it: small enough for that to take a millisecond. */
const blockLength = 128 * 1024

const deflated = promisify(deflateRaw)

/** Turns the bytes of a $metadata document into the parts of a catalog, block by block. */
export class PartWriter {
  readonly #tell: (part: CatalogPart) => void
  readonly #hash = createHash('sha256')
  readonly #search = new SearchDataBuilder()
  readonly #reader: CsdlReader
  readonly #operations = new Map<string, CsdlOperation[]>()
  readonly #imports: CsdlImport[] = []
  readonly #targetAnnotations: CsdlTargetAnnotations[] = []
  readonly #counts = { bytes: 0, sets: 0, types: 0, enums: 0, properties: 0, operations: 0 }
  readonly #directory: Record<ThingKind, Record<string, number>> = {
    set: {},
    type: {},
    operations: {},
  }
  /** Compressing goes on beside the reading, on other cores where there are any. */
  readonly #telling: Promise<void>[] = []
  #blocks = 0
  #pieces: string[] = []
  #length = 0

  constructor(tell: (part: CatalogPart) => void) {
    this.#tell = tell
    this.#reader = new CsdlReader({
      type: (type) => this.#addType(type),
      operation: (operation) => {
        const on = operation.isBound ? itemType(operation.parameters[0]?.type ?? '') : ''
        const known = this.#operations.get(on)
        if (known) known.push(operation)
        else this.#operations.set(on, [operation])
        this.#counts.operations += 1
      },
      resource: (resource) => {
        this.#search.addResource(resource)
        this.#add('set', resource.name, resource)
        this.#counts.sets += 1
      },
      operationImport: (imported) => this.#imports.push(imported),
      targetAnnotations: (annotations) => this.#targetAnnotations.push(annotations),
    })
  }

  get counts(): CatalogCounts {
    return { ...this.#counts }
  }

  /** Takes the next bytes. @throws {CsdlError} */
  write(bytes: Uint8Array): void {
    this.#hash.update(bytes)
    this.#counts.bytes += bytes.length
    this.#reader.write(bytes)
  }

  /** The SHA-256 of all bytes, in hex, once the last parts are told. @throws {CsdlError} */
  async end(): Promise<string> {
    const whole = this.#reader.end()
    for (const [on, operations] of this.#operations) this.#add('operations', on, operations)
    this.#flush()
    const rest = { imports: this.#imports, targetAnnotations: this.#targetAnnotations }
    this.#deflate('whole', '', JSON.stringify({ ...whole, ...rest }))
    this.#deflate('directory', '', JSON.stringify(this.#directory satisfies Directory))
    this.#deflate('search', '', JSON.stringify(this.#search.finish()))
    await Promise.all(this.#telling)
    return this.#hash.digest('hex')
  }

  #addType(type: CsdlType): void {
    this.#search.addType(type)
    this.#add('type', type.name, type)
    if (type.kind === 'enum') this.#counts.enums += 1
    if (type.kind !== 'entity' && type.kind !== 'complex') return
    this.#counts.types += 1
    this.#counts.properties += type.properties.length
  }

  #add(kind: ThingKind, name: string, value: unknown): void {
    // A document may declare a name twice; the first one counts, as it does for F&O.
    if (Object.hasOwn(this.#directory[kind], name)) return
    this.#directory[kind][name] = this.#blocks
    const text = JSON.stringify(value)
    this.#pieces.push(`${JSON.stringify(`${kind} ${name}`)}:${text}`)
    this.#length += text.length
    if (this.#length >= blockLength) this.#flush()
  }

  #flush(): void {
    if (this.#pieces.length === 0) return
    this.#deflate('block', String(this.#blocks), `{${this.#pieces.join(',')}}`)
    this.#blocks += 1
    this.#pieces = []
    this.#length = 0
  }

  #deflate(kind: CatalogPart['kind'], name: string, text: string): void {
    const telling = deflated(text, { level: 3 }).then((body) =>
      this.#tell({ kind, name, body: new Uint8Array(body) }),
    )
    this.#telling.push(telling)
  }
}
