import { productName } from '@/lib/sandbox/finops/data/names'
import { numberedSource, numberIndex, type Sizes } from '@/lib/sandbox/finops/data/sizes'
import { getCompany } from '@/lib/sandbox/finops/model/companies'
import { entitySet, type Numbering } from '@/lib/sandbox/finops/model/define'
import {
  amount,
  blanks,
  chosen,
  dataAreaId,
  having,
  noDates,
  oneOf,
  text,
  whole,
  yesNo,
} from '@/lib/sandbox/finops/model/fields'
import { between, mix } from '@/lib/sandbox/finops/model/random'
import type { EntitySet } from '@/lib/sandbox/finops/model/schema'

const letters = 'DLP'

/** `D0001`, `L0001`, `P0001`, `D0002`: three kinds in turn. */
export const itemNumbers: Numbering = {
  print: (ordinal) =>
    letters.charAt(ordinal % 3) + String(Math.floor(ordinal / 3) + 1).padStart(4, '0'),
  parse: (text) => {
    const kind = letters.indexOf(text.charAt(0).toUpperCase())
    const number = Number(text.slice(1))
    if (kind < 0 || !/^\d{4,}$/.test(text.slice(1)) || number < 1) return undefined
    const ordinal = (number - 1) * 3 + kind
    return itemNumbers.print(ordinal, '') === text.toUpperCase() ? ordinal : undefined
  },
}

/** A product is the same in every company that it is released to. */
export function productSeed(ordinal: number): number {
  return mix(0x9d0d, ordinal)
}

export function itemName(ordinal: number): string {
  return productName(productSeed(ordinal))
}

export function itemPrice(ordinal: number): number {
  return between(productSeed(ordinal), 31, [199, 249_900]) / 100
}

export function productsIn(sizes: Sizes, company: string): number {
  return getCompany(company)?.share ? sizes.products : 0
}

export function productSets(sizes: Sizes): EntitySet[] {
  const released = entitySet('ReleasedProductsV2', {
    type: 'ReleasedProductV2',
    dataEntity: 'EcoResReleasedProductV2Entity',
    label: 'Released products V2',
    category: 'Master',
    source: numberedSource('products', (company) => productsIn(sizes, company), [
      numberIndex('ItemNumber', itemNumbers),
    ]),
    fields: [
      dataAreaId,
      having(
        text('ItemNumber', (row) => itemNumbers.print(row.ordinal, row.company)),
        { isKey: true, isRequired: true },
      ),
      text('ProductNumber', (row) => itemNumbers.print(row.ordinal, row.company)),
      having(
        text('ProductSearchName', (row) => itemName(row.ordinal).replaceAll(' ', '')),
        {
          isRequired: true,
        },
      ),
      text('SearchName', (row) => itemName(row.ordinal)),
      chosen('ProductType', 'EcoResProductType', ['Item', 'Item', 'Item', 'Service']),
      chosen('ProductSubType', 'EcoResProductSubtype', ['Product', 'Product', 'ProductMaster']),
      oneOf('ItemModelGroupId', ['FIFO', 'STD', 'AVG']),
      oneOf('ProductGroupId', ['Audio', 'Video', 'CarAudio', 'Parts']),
      oneOf('StorageDimensionGroupName', ['SiteWH', 'Site', 'Ware']),
      oneOf('TrackingDimensionGroupName', ['None', 'Serial', 'Batch']),
      oneOf('InventoryUnitSymbol', ['ea', 'ea', 'ea', 'box', 'm']),
      oneOf('SalesUnitSymbol', ['ea', 'ea', 'box']),
      oneOf('PurchaseUnitSymbol', ['ea', 'box']),
      { ...amount('SalesPrice', 0), make: (row) => itemPrice(row.ordinal) },
      {
        ...amount('PurchasePrice', 0),
        make: (row) => Math.round(itemPrice(row.ordinal) * 61) / 100,
      },
      { ...amount('UnitCost', 0), make: (row) => Math.round(itemPrice(row.ordinal) * 58) / 100 },
      amount('NetProductWeight', 40),
      amount('GrossProductHeight', 2),
      whole('ShelfLifePeriodDays', [0, 0]),
      whole('BestBeforePeriodDays', [0, 0]),
      chosen('ValueABCCode', 'ABC', ['None', 'A', 'B', 'C']),
      chosen('MarginABCCode', 'ABC', ['None', 'A', 'B', 'C']),
      oneOf('ProductLifecycleStateId', ['', 'Active', 'Active', 'EndOfLife']),
      oneOf('PrimaryVendorAccountNumber', ['', '']),
      ...yesNo(3, 'IsPhantom', 'IsHazardousMaterial', 'IsScaleProduct', 'IsShipAloneEnabled'),
      ...yesNo(0, 'IsPurchasePriceIncludingCharges', 'IsUnitCostIncludingCharges'),
      ...noDates('SellStartDate', 'SellEndDate', 'ShipStartDate', 'UnitCostDate'),
      ...blanks(
        'BuyerGroupId',
        'CostGroupId',
        'DefaultLedgerDimensionDisplayValue',
        'HSNCode',
        'BarcodeSetupId',
      ),
    ],
  })
  return [released]
}
