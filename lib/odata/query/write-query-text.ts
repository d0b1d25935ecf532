import { readQueryText } from '@/lib/odata/query/query-text'

/** An option to write; `value` null writes the name alone. Both are not encoded. */
export type QueryOption = Readonly<{ name: string; value: string | null }>

/**
 * Writes a key and options as a person would type them; `readQueryText` reads them back. Where plain
 * text would be read otherwise (a line break in a literal, an `&` outside of quotes), all of it is
 * percent-encoded.
 */
export function writeQueryText(key: string | null, options: readonly QueryOption[]): string {
  const plain = join(key, options, (text) => text)
  return readsBack(plain, key, options) ? plain : join(key, options, encodeAll)
}

function join(
  key: string | null,
  options: readonly QueryOption[],
  encode: (text: string) => string,
): string {
  const pairs = options.map(({ name, value }) =>
    value === null ? encode(name) : `${encode(name)}=${encode(value)}`,
  )
  const search = pairs.join('&')
  if (key === null) return search
  return `(${encode(key)})${search === '' ? '' : '?'}${search}`
}

function readsBack(text: string, key: string | null, options: readonly QueryOption[]): boolean {
  const read = readQueryText(text)
  if ((read.key?.text ?? null) !== key || read.options.length !== options.length) return false
  return options.every(({ name, value }, index) => {
    const option = read.options[index]
    return option?.name === name && option.value === value
  })
}

function encodeAll(text: string): string {
  return toWellFormed(text).replace(/[^\w.~$,:-]+/gu, (part) =>
    encodeURIComponent(part).replace(
      /[!'()*]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    ),
  )
}

/** Lone surrogates have no UTF-8 form; they become U+FFFD. */
export function toWellFormed(text: string): string {
  return text.replace(
    /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    '\uFFFD',
  )
}
