import { ODataSyntaxError } from '@/lib/odata/errors'
import type { Expression } from '@/lib/odata/filter'
import { type OrderByItem, parseOrderBy, printOrderBy } from '@/lib/odata/order-by'
import { parseFilter } from '@/lib/odata/parse-filter'
import { printFilter } from '@/lib/odata/print-filter'
import { type ExpandItem, parseExpand, parseSelect, printExpand } from '@/lib/odata/select-expand'

/** The options of a read; what was not given is absent. `top` and `skip` are whole and not negative. */
export type QueryOptions = Readonly<{
  filter?: Expression
  orderBy?: readonly OrderByItem[]
  select?: readonly string[]
  expand?: readonly ExpandItem[]
  top?: number
  skip?: number
  count?: boolean
  skipToken?: string
  format?: string
  /** F&O's own option: rows of every company that the user may see. */
  crossCompany?: boolean
  /** System options that are none of the above, with their `$`; and everything without one. */
  unknown?: readonly string[]
  custom?: Readonly<Record<string, string>>
}>

type Mutable = { -readonly [Key in keyof QueryOptions]: QueryOptions[Key] }

const readers: Readonly<Record<string, (options: Mutable, value: string) => void>> = {
  $filter: (options, value) => {
    options.filter = parseFilter(value)
  },
  $orderby: (options, value) => {
    options.orderBy = parseOrderBy(value)
  },
  $select: (options, value) => {
    options.select = parseSelect(value)
  },
  $expand: (options, value) => {
    options.expand = parseExpand(value)
  },
  $top: (options, value) => {
    options.top = wholeNumber('$top', value)
  },
  $skip: (options, value) => {
    options.skip = wholeNumber('$skip', value)
  },
  $count: (options, value) => {
    options.count = truth('$count', value)
  },
  $skiptoken: (options, value) => {
    options.skipToken = value
  },
  $format: (options, value) => {
    options.format = value
  },
  'cross-company': (options, value) => {
    options.crossCompany = value.toLowerCase() === 'true'
  },
}

/**
 * Reads the query part of an OData URL, with or without its `?`; `+` is a blank.
 *
 * @throws {ODataSyntaxError} from the option that does not parse, `option_repeated` when a system
 * option stands twice, `option_malformed` for a number or a truth value that is none.
 * @see OData URL conventions 5.1
 */
export function parseQueryOptions(search: string): QueryOptions {
  const options: Mutable = {}
  const seen = new Set<string>()
  for (const [name, value] of new URLSearchParams(search)) {
    if (seen.has(name) && name.startsWith('$')) {
      throw new ODataSyntaxError('option_repeated', name, 0)
    }
    seen.add(name)
    const read = Object.hasOwn(readers, name) ? readers[name] : keep(name)
    read?.(options, value)
  }
  return options
}

/** Remembers an option that we do not know, so that a service can refuse it by name. */
function keep(name: string) {
  return (options: Mutable, value: string) => {
    if (name.startsWith('$')) options.unknown = [...(options.unknown ?? []), name]
    else if (name !== '') options.custom = { ...options.custom, [name]: value }
  }
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text)
  if (!/^\d+$/.test(text.trim()) || !Number.isSafeInteger(value)) {
    throw new ODataSyntaxError('option_malformed', `${name}=${text}`, name.length + 1)
  }
  return value
}

function truth(name: string, text: string): boolean {
  if (text !== 'true' && text !== 'false') {
    throw new ODataSyntaxError('option_malformed', `${name}=${text}`, name.length + 1)
  }
  return text === 'true'
}

/**
 * Writes options as a query without `?`, percent-encoded only where a URL needs it, so that people
 * can read it; empty for no options.
 */
export function printQueryOptions(options: QueryOptions): string {
  const pairs: (readonly [string, string | undefined])[] = [
    ['cross-company', options.crossCompany === undefined ? undefined : `${options.crossCompany}`],
    ['$filter', options.filter && printFilter(options.filter)],
    ['$select', options.select?.join(',')],
    ['$expand', options.expand && printExpand(options.expand)],
    ['$orderby', options.orderBy && printOrderBy(options.orderBy)],
    ['$top', options.top?.toString()],
    ['$skip', options.skip?.toString()],
    ['$count', options.count?.toString()],
    ['$skiptoken', options.skipToken],
    ['$format', options.format],
    ...Object.entries(options.custom ?? {}),
  ]
  return pairs
    .flatMap(([name, value]) => (value === undefined ? [] : [`${encode(name)}=${encode(value)}`]))
    .join('&')
}

/** `encodeURIComponent`, but `$ , ; : / ( ) * '` stay as they are; lone surrogates become U+FFFD. */
function encode(text: string): string {
  const wellFormed = text.replace(
    /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    '\uFFFD',
  )
  return encodeURIComponent(wellFormed).replace(/%(?:24|2C|3B|3A|2F|40)/g, decodeURIComponent)
}
