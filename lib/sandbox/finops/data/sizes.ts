import { companies, shareOf } from '@/lib/sandbox/finops/model/companies'
import type { Numbering } from '@/lib/sandbox/finops/model/define'
import { mix, saltOf } from '@/lib/sandbox/finops/model/random'
import type { OrdinalIndex, RowSeed, StoreSource } from '@/lib/sandbox/finops/model/schema'

/** How many rows the big tables have over all companies. */
export type Sizes = Readonly<{
  customers: number
  vendors: number
  products: number
  salesOrders: number
  journals: number
}>

/** Sizes in proportion to `rows`, the number of sales order lines. */
export function sizesFor(rows: number): Sizes {
  return {
    customers: Math.max(60, Math.floor(rows / 20)),
    vendors: Math.max(40, Math.floor(rows / 50)),
    products: Math.max(60, Math.floor(rows / 200)),
    salesOrders: Math.max(50, Math.floor(rows / 4)),
    journals: Math.max(40, Math.floor(rows / 25)),
  }
}

const companyNumber = new Map(companies.map((company, index) => [company.id, index + 1]))

/** The seed of one row of a table, so that another table can tell what that row says. */
export function seedOf(storeId: string, company: string, ordinal: number): number {
  return mix(mix(saltOf(storeId), companyNumber.get(company) ?? 0), ordinal)
}

/** A row of another table that belongs to this one: always the same, evenly spread. */
export function relatedTo(row: RowSeed, storeId: string, total: number): RowSeed {
  const count = Math.max(1, shareOf(total, row.company))
  const ordinal = mix(row.seed, saltOf(storeId)) % count
  return { company: row.company, ordinal, seed: seedOf(storeId, row.company, ordinal) }
}

/** An index over the field that numbers the rows. */
export function numberIndex(by: string, numbering: Numbering): OrdinalIndex {
  return {
    by,
    ordinals: (key, company) => {
      const ordinal = numbering.parse(key, company)
      return ordinal === undefined ? undefined : [ordinal, ordinal + 1]
    },
  }
}

/** A big table whose rows are numbered within each company. */
export function numberedSource(
  id: string,
  count: (company: string) => number,
  indexes: readonly OrdinalIndex[],
): StoreSource {
  return { kind: 'generated', id, isPerCompany: true, count, indexes }
}
