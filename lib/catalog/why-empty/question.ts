import { CatalogError } from '@/lib/catalog/errors'
import { toODataQuery } from '@/lib/catalog/odata-path'
import { type CompanyOption, findCompanyOption } from '@/lib/catalog/why-empty/company-option'
import { type Options, readOptions } from '@/lib/catalog/why-empty/options'
import type { WhyEmptyInput } from '@/lib/contract/why-empty'
import { ODataSyntaxError } from '@/lib/odata/errors'
import { type SplitFilter, splitFilter } from '@/lib/odata/filter-clauses'
import { parseQueryOptions } from '@/lib/odata/query-options'
import { parseResourcePath } from '@/lib/odata/resource-path'

/** A read that brought no rows, taken apart. */
export type Question = Readonly<{
  entitySet: string
  options: Options
  filter: SplitFilter | null
  crossCompany: boolean
  top: number | null
  /** Rows that are skipped; null where a page's link says where to begin. */
  skip: number | null
  expands: boolean
  companyOption: CompanyOption | null
}>

/**
 * Takes a read apart.
 *
 * @throws {CatalogError} `bad_path` for anything but an entity set, `bad_query` with the place that
 * does not parse
 */
export function toQuestion({ path, query }: WhyEmptyInput): Question {
  const entitySet = toEntitySet(path)
  const bare = toODataQuery(query)
  try {
    const parsed = parseQueryOptions(bare)
    const options = readOptions(bare)
    const filter = options.find((option) => option.name === '$filter')
    return {
      entitySet,
      options,
      filter: filter ? splitFilter(filter.value) : null,
      crossCompany: parsed.crossCompany === true,
      top: parsed.top ?? null,
      skip: parsed.skipToken === undefined ? (parsed.skip ?? 0) : null,
      expands: parsed.expand !== undefined,
      companyOption: findCompanyOption(options),
    }
  } catch (error) {
    if (!(error instanceof ODataSyntaxError)) throw error
    throw unreadable('bad_query', wordsOf(error), error)
  }
}

function toEntitySet(path: string): string {
  try {
    const [first, ...more] = parseResourcePath(path)
    if (first && first.key === null && more.length === 0 && !first.name.startsWith('$')) {
      return first.name
    }
  } catch (error) {
    if (!(error instanceof ODataSyntaxError)) throw error
    throw unreadable('bad_path', 'The path is not one that OData knows.', error)
  }
  const message =
    'Only a whole entity set can be looked into. A row that is asked for by its key is there, or it is answered with 404.'
  throw new CatalogError('bad_path', message)
}

function wordsOf({ code, text, position }: ODataSyntaxError): string {
  return `The query cannot be read: ${code.replaceAll('_', ' ')} at position ${position} of ${text.slice(0, 200)}`
}

function unreadable(
  code: CatalogError['code'],
  message: string,
  cause: ODataSyntaxError,
): CatalogError {
  return new CatalogError(code, message, { cause })
}
