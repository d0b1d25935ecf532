import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import type { CatalogCounts, CatalogPart, PartKind } from '@/lib/catalog/build/messages'
import { CsdlReader } from '@/lib/odata/csdl/csdl-reader'
import { itemType } from '@/lib/odata/csdl/item-type'
import type { CsdlImport, CsdlOperation, CsdlTargetAnnotations } from '@/lib/odata/csdl/model'
import { SearchDataBuilder } from '@/lib/odata/search/search-data-builder'

/** Few enough that writing one batch does not hold the server up. */
const batchBytes = 48 * 1024

/** Turns the bytes of a $metadata document into the parts of a catalog, batch by batch. */
export class PartWriter {
  readonly #tell: (parts: CatalogPart[]) => void
  readonly #hash = createHash('sha256')
  readonly #search = new SearchDataBuilder()
  readonly #reader: CsdlReader
  readonly #operations = new Map<string, CsdlOperation[]>()
  readonly #imports: CsdlImport[] = []
  readonly #targetAnnotations: CsdlTargetAnnotations[] = []
  readonly #counts = { bytes: 0, sets: 0, types: 0, enums: 0, properties: 0, operations: 0 }
  #batch: CatalogPart[] = []
  #batchBytes = 0

  constructor(tell: (parts: CatalogPart[]) => void) {
    this.#tell = tell
    this.#reader = new CsdlReader({
      type: (type) => {
        this.#search.addType(type)
        this.#add('type', type.name, type)
        if (type.kind === 'enum') this.#counts.enums += 1
        if (type.kind === 'entity' || type.kind === 'complex') {
          this.#counts.types += 1
          this.#counts.properties += type.properties.length
        }
      },
      operation: (operation) => {
        const on = operation.isBound ? itemType(operation.parameters[0]?.type ?? '') : ''
        this.#operations.set(on, [...(this.#operations.get(on) ?? []), operation])
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
  end(): string {
    const whole = this.#reader.end()
    for (const [on, operations] of this.#operations) this.#add('operations', on, operations)
    const rest = { imports: this.#imports, targetAnnotations: this.#targetAnnotations }
    this.#add('whole', '', { ...whole, ...rest })
    this.#add('search', '', this.#search.finish())
    this.#flush()
    return this.#hash.digest('hex')
  }

  #add(kind: PartKind, name: string, value: unknown): void {
    const body = new Uint8Array(deflateRawSync(JSON.stringify(value), { level: 4 }))
    this.#batch.push({ kind, name, body })
    this.#batchBytes += body.length + name.length
    if (this.#batchBytes >= batchBytes) this.#flush()
  }

  #flush(): void {
    if (this.#batch.length > 0) this.#tell(this.#batch)
    this.#batch = []
    this.#batchBytes = 0
  }
}
