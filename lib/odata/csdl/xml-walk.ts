import { SaxesParser } from 'saxes'
import type { Attributes } from '@/lib/odata/csdl/builders'
import { CsdlError, type CsdlErrorCode } from '@/lib/odata/csdl/csdl-error'
import { xmlDecoder } from '@/lib/odata/csdl/decode-bytes'

/** Who follows the walk. Names come without their prefix. */
export type XmlFollower = Readonly<{
  open: (name: string, attributes: Attributes) => void
  close: (name: string) => void
}>

const depthMax = 64

/** Nine of ten elements are these; a look at their attributes' prefixes would cost a tenth of all time. */
function isNumerous(name: string): boolean {
  switch (name) {
    case 'Annotation':
    case 'Property':
    case 'EnumMember':
    case 'PropertyRef':
    case 'Member':
    case 'NavigationProperty':
    case 'NavigationPropertyBinding':
      return true
    default:
      return false
  }
}

/**
 * Walks through an XML document as its bytes come. Prefixes have to be declared, and beyond that
 * say nothing here: an element is known by its local name.
 */
export class XmlWalk {
  readonly #parser = new SaxesParser({ xmlns: false, position: false })
  readonly #decoder = xmlDecoder()
  readonly #path: string[] = []
  readonly #prefixes = new Set(['xml'])
  #bytesRead = 0
  #chunk = ''
  #chunkStart = 0

  constructor(follower: XmlFollower) {
    const parser = this.#parser
    parser.on('error', (error) => this.#refuse(error.message))
    parser.on('doctype', () => this.fail('not_csdl', 'A document type has no place in metadata.'))
    parser.on('opentag', ({ name, attributes }) =>
      follower.open(this.#enter(name, attributes), attributes),
    )
    parser.on('closetag', () => follower.close(this.#path.pop() ?? ''))
  }

  /** How many elements are open, the one just opened among them. */
  get depth(): number {
    return this.#path.length
  }

  /** Takes the next bytes. @throws {CsdlError} */
  write(bytes: Uint8Array): void {
    this.#bytesRead += bytes.length
    this.#feed(this.#decoder.decode(bytes))
  }

  /** Says that the bytes have ended. @throws {CsdlError} */
  end(): void {
    this.#feed(this.#decoder.end())
    this.#feed('')
    this.#parser.close()
  }

  /**
   * Hears the text from here on, until {@link stopHearing}. Only then: to hear the blanks between
   * elements would cost as much as the elements do.
   */
  hearText(hear: (text: string) => void): void {
    this.#parser.on('text', hear)
  }

  stopHearing(): void {
    this.#parser.off('text')
  }

  /** @throws {CsdlError} always, with the byte that was read last, give or take one letter's */
  fail(code: CsdlErrorCode, reason: string): never {
    const read = Math.max(0, this.#parser.position - this.#chunkStart)
    const unread = new TextEncoder().encode(this.#chunk.slice(read)).length
    throw new CsdlError(reason, { code, byteOffset: this.#bytesRead - unread })
  }

  #feed(text: string): void {
    this.#chunkStart += this.#chunk.length
    this.#chunk = text
    if (text !== '') this.#parser.write(text)
  }

  #enter(name: string, attributes: Attributes): string {
    let local = name
    if (!isNumerous(name)) {
      this.#checkPrefixes(name, attributes)
      local = name.slice(name.indexOf(':') + 1)
    }
    this.#path.push(local)
    if (this.#path.length > depthMax) {
      this.fail('too_deep', `More than ${depthMax} elements inside each other.`)
    }
    return local
  }

  #checkPrefixes(element: string, attributes: Attributes): void {
    const names = Object.keys(attributes)
    for (const name of names) {
      if (name.startsWith('xmlns:')) this.#prefixes.add(name.slice('xmlns:'.length))
    }
    for (const name of [element, ...names]) {
      const prefix = name.slice(0, Math.max(0, name.indexOf(':')))
      if (prefix === '' || prefix === 'xmlns' || this.#prefixes.has(prefix)) continue
      this.fail('not_xml', `The namespace prefix "${prefix}" is used but never declared.`)
    }
  }

  #refuse(message: string): never {
    // saxes puts line and column before its words.
    const reason = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
    const inside = this.#chunk === '' ? this.#path.at(-1) : undefined
    if (inside === undefined) return this.fail('not_xml', `This is no XML: ${reason}.`)
    return this.fail('truncated', `The document ends inside the element "${inside}".`)
  }
}
