import type { FilterNode } from '@/lib/odata/query/filter-tree'
import type { Query } from '@/lib/odata/query/query'

/** The field that says to which company a row belongs. */
export const companyField = 'dataAreaId'

/** The one company that a query asks for; null where it asks for several, or for none in particular. */
export function companyOf({ filter }: Query): string | null {
  if (filter.join === 'or' && filter.items.length > 1) return null
  const companies = filter.items.flatMap((item) => companyIn(item) ?? [])
  return companies.length === 1 ? (companies[0] ?? null) : null
}

function companyIn(node: FilterNode): string | undefined {
  return node.kind === 'condition' &&
    node.field === companyField &&
    node.operator === 'eq' &&
    node.value.type === 'Edm.String'
    ? node.value.value
    : undefined
}

/**
 * The query for one company, or for none in particular. F&O needs both: the company in the filter,
 * and `cross-company=true`, without which only the user's default company is read.
 */
export function withCompany(query: Query, company: string | null): Query {
  const { filter } = query
  const isAnd = filter.join === 'and' || filter.items.length < 2
  const kept = isAnd ? filter.items.filter((item) => companyIn(item) === undefined) : [filter]
  if (company === null) {
    return isAnd ? { ...query, filter: { kind: 'group', join: 'and', items: kept } } : query
  }
  const condition: FilterNode = {
    kind: 'condition',
    field: companyField,
    operator: 'eq',
    value: { type: 'Edm.String', value: company },
  }
  return {
    ...query,
    crossCompany: true,
    filter: { kind: 'group', join: 'and', items: [condition, ...kept] },
  }
}
