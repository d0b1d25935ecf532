import { customerSets } from '@/lib/sandbox/finops/data/customers'
import { exchangeSets } from '@/lib/sandbox/finops/data/data-management'
import { ledgerSets } from '@/lib/sandbox/finops/data/ledger'
import { productSets } from '@/lib/sandbox/finops/data/products'
import { salesSets } from '@/lib/sandbox/finops/data/sales'
import { sizesFor } from '@/lib/sandbox/finops/data/sizes'
import { legalEntities, systemSets } from '@/lib/sandbox/finops/data/system'
import { toEntitySet } from '@/lib/sandbox/finops/data/tables'
import { financeTables } from '@/lib/sandbox/finops/data/tables-finance'
import { officeTables } from '@/lib/sandbox/finops/data/tables-office'
import { stockTables } from '@/lib/sandbox/finops/data/tables-stock'
import { taxTables } from '@/lib/sandbox/finops/data/tables-tax'
import { tradeTables } from '@/lib/sandbox/finops/data/tables-trade'
import { vendorSets } from '@/lib/sandbox/finops/data/vendors'
import type { EntitySet } from '@/lib/sandbox/finops/model/schema'
import type { FinopsState } from '@/lib/sandbox/types'

/** Every entity set of the practice environment, by name, in the order of the service document. */
export function createCatalog(rows: number, state: FinopsState): ReadonlyMap<string, EntitySet> {
  const sizes = sizesFor(rows)
  const sets = [
    ...customerSets(sizes),
    ...vendorSets(sizes),
    ...salesSets(sizes),
    ...productSets(sizes),
    ...ledgerSets(sizes),
    ...systemSets(state),
    ...exchangeSets(),
    legalEntities,
    ...[...tradeTables, ...stockTables, ...financeTables, ...taxTables, ...officeTables].map(
      toEntitySet,
    ),
  ]
  return new Map(
    sets.sort((left, right) => (left.name < right.name ? -1 : 1)).map((set) => [set.name, set]),
  )
}
