import { CsdlError } from '@/lib/odata/csdl/csdl-error'

/** Turns the bytes of an XML document into text as they come. */
export type XmlDecoder = Readonly<{
  decode: (chunk: Uint8Array) => string
  /** What is left when the bytes have ended. */
  end: () => string
}>

/** As much as an XML declaration may take before it is looked at. */
const headBytes = 256

/**
 * A decoder for the encoding that the document itself names: by its byte order mark, by its
 * declaration, or else UTF-8.
 *
 * @throws {CsdlError} `encoding_unsupported`, from `decode`
 * @see Extensible Markup Language (XML) 1.0, appendix F
 */
export function xmlDecoder(): XmlDecoder {
  let head: Uint8Array = new Uint8Array()
  let decoder: TextDecoder | undefined

  const start = (): string => {
    decoder = new TextDecoder(encodingOf(head))
    const text = decoder.decode(head, { stream: true })
    head = new Uint8Array()
    return text
  }
  return {
    decode: (chunk) => {
      if (decoder) return decoder.decode(chunk, { stream: true })
      head = joined(head, chunk)
      return head.length < headBytes ? '' : start()
    },
    end: () => {
      const rest = decoder ? '' : start()
      return rest + (decoder?.decode() ?? '')
    },
  }
}

function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  const ascii = String.fromCharCode(...head.subarray(0, headBytes))
  const named = /<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(ascii)?.[1] ?? 'utf-8'
  // Whoever can read this declaration byte by byte is not reading UTF-16.
  if (/^utf-?16/i.test(named)) return 'utf-8'
  try {
    return new TextDecoder(named).encoding
  } catch (cause) {
    const reason = `The encoding "${named}" is not known.`
    throw new CsdlError(reason, { code: 'encoding_unsupported', byteOffset: 0, cause })
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}
