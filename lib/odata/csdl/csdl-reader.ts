import { CsdlElements, type CsdlSink } from '@/lib/odata/csdl/csdl-elements'
import type { CsdlEnd } from '@/lib/odata/csdl/model'
import { XmlWalk } from '@/lib/odata/csdl/xml-walk'

/**
 * Reads a CSDL XML document chunk by chunk and tells of each thing that it declares as soon as it
 * is complete. What it holds at any time is one type, never the document, so that 50 MB cost no
 * more memory than 50 kB.
 *
 * @see OData CSDL XML 4.01
 */
export class CsdlReader {
  readonly #walk: XmlWalk
  readonly #elements: CsdlElements

  constructor(sink: CsdlSink) {
    this.#walk = new XmlWalk({
      open: (name, attributes) => this.#elements.open(name, attributes),
      close: (name) => this.#elements.close(name),
    })
    this.#elements = new CsdlElements(sink, this.#walk)
  }

  /**
   * Takes the next bytes.
   *
   * @throws {CsdlError} with the byte at which it was noticed
   */
  write(bytes: Uint8Array): void {
    this.#walk.write(bytes)
  }

  /**
   * Says that the bytes have ended.
   *
   * @throws {CsdlError} `truncated` where the document has not
   */
  end(): CsdlEnd {
    this.#walk.end()
    return this.#elements.end()
  }
}
