const headMax = 60_000
const tailMax = 30_000
const excerptMax = 2000
const messageMax = 600

/** The parts of a text that are worth reading: all of a short one, the ends and the code of a long one. */
export function windowOf(text: string): string {
  if (text.length <= headMax + tailMax) return text
  // Half a token at the seam would no longer look like one, so it goes.
  const tail = text.slice(-tailMax).replace(/^[^\s"'&,;<>]{1,20000}/, '')
  const code = text.indexOf('AADSTS', headMax)
  const around = code < 0 ? '' : text.slice(code, code + 2000)
  return `${text.slice(0, headMax)}\n${around}\n${tail}`
}

const entities: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
}

/** A text as its writer meant it: logs wrap JSON in JSON, and pages wrap it in entities. */
export function flatten(text: string): string {
  return text
    .replace(escapeRun, (run: string, what: string | undefined, at: number) =>
      unescaped(run, what, text[at + run.length] ?? ''),
    )
    .replace(/&(?:quot|#34|#39|apos|lt|gt|amp);/g, (entity) => entities[entity] ?? entity)
}

/** Takes a run of backslashes whole, so that no run is read more than once. */
const escapeRun = /\\+(r\\+n|["rn]|u0022|u0027)?/g

function unescaped(run: string, what: string | undefined, next: string): string {
  if (what === '"' || what === 'u0022') return '"'
  if (what === 'u0027') return "'"
  const isLineEnd = what?.endsWith('n') && backslashesMax >= run.length - what.length
  if (what === 'n') return isLineEnd && !/[a-z]/.test(next) ? '\n' : run
  return isLineEnd ? '\n' : run
}

/** A path of Windows has as many backslashes, but no line end was ever wrapped more often. */
const backslashesMax = 3

const marks: readonly RegExp[] = [
  /AADSTS\d{4,9}/,
  /Infolog:/,
  /"innererror"/,
  /"Message"\s{0,3}:/,
  /MSIS\d{4}/,
  /"error"\s{0,3}:/,
  /<title/i,
]

/** At most 2,000 characters, around what tells the most. */
export function excerptOf(text: string): string {
  const at = marks.map((mark) => text.search(mark)).find((index) => index >= 0) ?? 0
  const start = Math.max(0, at - 300)
  return text.slice(start, start + excerptMax)
}

const sayings: readonly RegExp[] = [
  /(AADSTS\d{4,9}:[^\n"]{1,600}?)(?=\s{0,3}Trace ID|["\n]|$)/,
  /"innererror"\s{0,5}:\s{0,5}\{\s{0,20}"message"\s{0,5}:\s{0,5}"([^"]{1,2000})/i,
  /(MSIS\d{4}:[^\n"]{1,600})/,
  /"Message"\s{0,5}:\s{0,5}"([^"\n]{1,2000})/,
  /"(?:error_description|message)"\s{0,5}:\s{0,5}"([^"\n]{1,2000})/i,
  /(?:Exception|Error): ([^\n]{1,600})/,
  /<title>([^<\n]{1,300})/i,
  /^< (HTTP\/[\d.]{1,3} \d{3}[^\r\n]{0,80})/m,
]

/** What the failing side says of itself, in one line. */
export function saidIn(text: string): string | null {
  for (const saying of sayings) {
    const found = saying.exec(text)?.[1]?.trim()
    if (found) return found.slice(0, messageMax)
  }
  return text.trim().split('\n')[0]?.slice(0, messageMax) || null
}

/** Graph's own code: `"code": "Authorization_RequestDenied"`. */
export function graphCodeOf(text: string): string | null {
  return /"code"\s{0,5}:\s{0,5}"([A-Za-z_]{3,80})"/.exec(text)?.[1] ?? null
}
