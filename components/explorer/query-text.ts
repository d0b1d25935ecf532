/** What an entity set is opened with. */
export const defaultOptions = '$top=50'

/**
 * Turns options as a person types them, `$top=5&$filter=Name eq 'A & B'`, into a query string.
 *
 * An `&` inside a quoted literal belongs to the literal. Text that was copied out of a URL is
 * encoded already and is kept as it is: it has `%20` and no space. A whole URL, or a leading `?`,
 * may stand before the options. Line breaks count as spaces, so that long filters can be pasted.
 */
export function toQueryString(text: string): string {
  const options = withoutAddress(text.replace(/\s*[\r\n]+\s*/g, ' ').trim())
  if (!/\s/.test(options) && /%[0-9a-f]{2}/i.test(options)) return options
  return splitOptions(options)
    .map((option) => encodeOption(option.trim()))
    .filter(Boolean)
    .join('&')
}

function withoutAddress(text: string): string {
  if (text.startsWith('?')) return text.slice(1)
  if (!/^https?:\/\//i.test(text)) return text
  const mark = text.indexOf('?')
  return mark === -1 ? '' : text.slice(mark + 1)
}

function splitOptions(text: string): readonly string[] {
  const options: string[] = []
  let from = 0
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    // A doubled quote turns it off and on again, which leaves it as it was.
    if (text[at] === "'") quoted = !quoted
    if (text[at] !== '&' || quoted) continue
    options.push(text.slice(from, at))
    from = at + 1
  }
  return [...options, text.slice(from)]
}

function encodeOption(option: string): string {
  const mark = option.indexOf('=')
  if (mark === -1) return encode(option)
  return `${encode(option.slice(0, mark).trim())}=${encode(option.slice(mark + 1).trim())}`
}

/** As `encodeURIComponent`, but leaves what OData writes all the time readable. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/%(24|2C|2F|3A|40)/g, (code) => decodeURIComponent(code))
}

/** `text` with one more option at its end, or as it is where it has that option already. */
export function withOption(text: string, option: string): string {
  const name = option.slice(0, option.indexOf('=') + 1)
  const has = splitOptions(text).some((part) => part.trim().startsWith(name))
  if (has) return text
  return text.trim() === '' ? option : `${text.trim().replace(/&$/, '')}&${option}`
}
