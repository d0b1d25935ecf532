import { addressOf, customerName, customerNumbers } from '@/lib/sandbox/finops/data/customers'
import { itemName, itemNumbers, itemPrice, productSeed } from '@/lib/sandbox/finops/data/products'
import {
  numberedSource,
  numberIndex,
  relatedTo,
  type Sizes,
  seedOf,
} from '@/lib/sandbox/finops/data/sizes'
import { companyOf, shareOf } from '@/lib/sandbox/finops/model/companies'
import { entitySet, numbering } from '@/lib/sandbox/finops/model/define'
import {
  amount,
  blanks,
  chosen,
  dataAreaId,
  day,
  dayAt,
  having,
  noDates,
  oneOf,
  text,
  yesNo,
  zeros,
} from '@/lib/sandbox/finops/model/fields'
import { between, mix } from '@/lib/sandbox/finops/model/random'
import type { EntityAction, EntitySet, Field, RowSeed } from '@/lib/sandbox/finops/model/schema'
import { InfologError } from '@/lib/sandbox/finops/write/infolog'

const orderNumbers = numbering(() => '', 6)
const lotNumbers = numbering(() => '', 6)

/** Lines of five orders in a row, and how many come before each of them. */
const lineCounts = [3, 5, 4, 2, 6] as const
const linesBefore = [0, 3, 8, 12, 14] as const
const linesPerRound = 20

/** Number of the first line of an order; with the number of orders, the number of all lines. */
export function firstLineOf(order: number): number {
  return Math.floor(order / 5) * linesPerRound + (linesBefore[order % 5] ?? 0)
}

/** The order that a line belongs to, and its place there from 0. */
export function orderOfLine(line: number): Readonly<{ order: number; place: number }> {
  const inRound = line % linesPerRound
  let last = lineCounts.length - 1
  while ((linesBefore[last] ?? 0) > inRound) last -= 1
  return {
    order: Math.floor(line / linesPerRound) * 5 + last,
    place: inRound - (linesBefore[last] ?? 0),
  }
}

function orderedOn(row: RowSeed): number {
  return between(row.seed, 41, [0, 2100])
}

function headerFields(sizes: Sizes): Field[] {
  const customer = (row: RowSeed) => relatedTo(row, 'customers', sizes.customers)
  const account = (row: RowSeed) => customerNumbers.print(customer(row).ordinal, row.company)
  return [
    dataAreaId,
    having(
      text('SalesOrderNumber', (row) => orderNumbers.print(row.ordinal, row.company)),
      { isKey: true, isAutomatic: true },
    ),
    having(text('OrderingCustomerAccountNumber', account), {
      isRequired: true,
      reference: { set: 'CustomersV3', field: 'CustomerAccount' },
    }),
    text('InvoiceCustomerAccountNumber', account),
    text('SalesOrderName', (row) => customerName(customer(row))),
    text('CurrencyCode', (row) => companyOf(row.company).currency),
    text('LanguageId', (row) => companyOf(row.company).language),
    chosen('SalesOrderStatus', 'SalesStatus', [
      'Backorder',
      'Delivered',
      'Invoiced',
      'Invoiced',
      'Canceled',
    ]),
    chosen('InventoryReservationMethod', 'ItemReservation', ['None', 'Automatic']),
    { ...day('OrderCreationDateTime', [0, 0]), make: (row) => dayAt(orderedOn(row)) },
    { ...day('RequestedShippingDate', [0, 0]), make: (row) => dayAt(orderedOn(row) + 3) },
    {
      ...day('RequestedReceiptDate', [0, 0]),
      make: (row) => dayAt(orderedOn(row) + 3 + (mix(row.seed, 42) % 6)),
    },
    ...noDates(
      'ConfirmedShippingDate',
      'ConfirmedReceiptDate',
      'FixedDueDate',
      'PaymentTermsBaseDate',
    ),
    oneOf('PaymentTermsName', ['Net10', 'Net30', 'Net30', 'Net45', 'Net60']),
    oneOf('DeliveryModeCode', ['10', '20', '30', '99']),
    oneOf('DeliveryTermsCode', ['FOB', 'CIF', 'DDP']),
    oneOf('DefaultShippingWarehouseId', ['11', '12', '13', '21']),
    oneOf('DefaultShippingSiteId', ['1', '2']),
    oneOf('SalesTaxGroupCode', ['AVATAX', 'EXEMPT', 'STD']),
    oneOf('SalesOrderOriginCode', ['', 'WEB', 'EDI', 'PHONE']),
    oneOf('SalesUnitId', ['', 'S-01', 'S-02']),
    amount('OrderTotalAmount', 90_000),
    amount('OrderTotalTaxAmount', 9_000),
    ...zeros('OrderTotalChargesAmount', 'OrderTotalDiscountAmount', 'TotalDiscountPercentage'),
    text('FormattedInvoiceAddress', (row) => addressOf(customer(row))),
    ...yesNo(2, 'IsOneTimeCustomer', 'IsExportSale', 'IsSalesProcessingStopped'),
    ...yesNo(0, 'ArePricesIncludingSalesTax', 'OverrideSalesTax', 'IsEntryCertificateRequired'),
    ...blanks(
      'CustomersOrderReference',
      'CustomerRequisitionNumber',
      'Email',
      'ProjectId',
      'QuotationNumber',
      'CampaignId',
      'DefaultLedgerDimensionDisplayValue',
      'ContactPersonId',
      'URL',
    ),
  ]
}

function lineFields(sizes: Sizes): Field[] {
  const header = (row: RowSeed) => orderOfLine(row.ordinal).order
  const item = (row: RowSeed) => mix(row.seed, 43) % sizes.products
  const quantity = (row: RowSeed) => between(row.seed, 44, [1, 60])
  const headerSeed = (row: RowSeed) => ({
    company: row.company,
    ordinal: header(row),
    seed: seedOf('salesOrders', row.company, header(row)),
  })
  return [
    dataAreaId,
    having(
      text('InventoryLotId', (row) => lotNumbers.print(row.ordinal, row.company)),
      { isKey: true, isAutomatic: true },
    ),
    having(
      text('SalesOrderNumber', (row) => orderNumbers.print(header(row), row.company)),
      {
        isRequired: true,
        reference: { set: 'SalesOrderHeadersV2', field: 'SalesOrderNumber' },
      },
    ),
    { ...amount('LineNumber', 0), make: (row) => orderOfLine(row.ordinal).place + 1 },
    having(
      text('ItemNumber', (row) => itemNumbers.print(item(row), row.company)),
      {
        isRequired: true,
        reference: { set: 'ReleasedProductsV2', field: 'ItemNumber' },
      },
    ),
    text('LineDescription', (row) => itemName(item(row))),
    { ...amount('OrderedSalesQuantity', 0), make: quantity },
    { ...amount('SalesPrice', 0), make: (row) => itemPrice(item(row)) },
    {
      ...amount('LineAmount', 0),
      make: (row) => Math.round(itemPrice(item(row)) * quantity(row) * 100) / 100,
    },
    chosen('SalesOrderLineStatus', 'SalesStatus', [
      'Backorder',
      'Delivered',
      'Invoiced',
      'Invoiced',
      'Canceled',
    ]),
    text('CurrencyCode', (row) => companyOf(row.company).currency),
    text('SalesUnitSymbol', (row) => (productSeed(item(row)) % 9 === 0 ? 'box' : 'ea')),
    {
      ...day('RequestedShippingDate', [0, 0]),
      make: (row) => dayAt(orderedOn(headerSeed(row)) + 3),
    },
    ...noDates('ConfirmedShippingDate', 'ConfirmedReceiptDate'),
    oneOf('ShippingWarehouseId', ['11', '12', '13', '21']),
    oneOf('ShippingSiteId', ['1', '2']),
    oneOf('DeliveryModeCode', ['10', '20', '30', '99']),
    oneOf('SalesTaxGroupCode', ['AVATAX', 'EXEMPT', 'STD']),
    ...zeros(
      'LineDiscountAmount',
      'LineDiscountPercentage',
      'MultilineDiscountAmount',
      'FixedPriceCharges',
    ),
    ...yesNo(2, 'IsLineStopped', 'IsPriceLocked', 'OverrideSalesTax'),
    ...blanks(
      'CustomerRequisitionNumber',
      'ExternalItemNumber',
      'ProjectId',
      'ProductColorId',
      'ProductSizeId',
      'ProductStyleId',
      'ItemBatchNumber',
      'ItemSerialNumber',
      'DefaultLedgerDimensionDisplayValue',
    ),
  ]
}

/** Bound to one order: the confirmation that a person would post with a button. */
const confirm: EntityAction = {
  name: 'confirm',
  boundTo: 'row',
  parameters: [],
  returns: 'Edm.String',
  run: (_body, row) => {
    if (row?.SalesOrderStatus !== 'Backorder') {
      throw new InfologError(
        `Sales order ${String(row?.SalesOrderNumber)} has the status ${String(row?.SalesOrderStatus)} and cannot be confirmed.`,
      )
    }
    return `${String(row.SalesOrderNumber)}-1`
  },
}

const toOrder = [
  ['dataAreaId', 'dataAreaId'],
  ['SalesOrderNumber', 'SalesOrderNumber'],
] as const

export function salesSets(sizes: Sizes): EntitySet[] {
  const orders = (company: string) => shareOf(sizes.salesOrders, company)
  const headers = numberedSource('salesOrders', orders, [
    numberIndex('SalesOrderNumber', orderNumbers),
  ])
  const lines = entitySet('SalesOrderLines', {
    type: 'SalesOrderLine',
    dataEntity: 'SalesOrderLineEntity',
    category: 'Transaction',
    source: numberedSource('salesLines', (company) => firstLineOf(orders(company)), [
      numberIndex('InventoryLotId', lotNumbers),
      {
        by: 'SalesOrderNumber',
        ordinals: (key, company) => {
          const order = orderNumbers.parse(key, company)
          return order === undefined ? undefined : [firstLineOf(order), firstLineOf(order + 1)]
        },
      },
    ]),
    fields: lineFields(sizes),
    navigations: [
      {
        name: 'SalesOrderHeaderV2',
        target: 'SalesOrderHeadersV2',
        isCollection: false,
        partner: 'SalesOrderLines',
        on: toOrder,
      },
      {
        name: 'SalesOrderHeader',
        target: 'SalesOrderHeaders',
        isCollection: false,
        partner: 'SalesOrderLines',
        on: toOrder,
      },
    ],
  })
  const versions = [
    [
      'SalesOrderHeadersV2',
      'SalesOrderHeaderV2',
      'SalesOrderHeaderV2Entity',
      'Sales order headers V2',
    ],
    ['SalesOrderHeaders', 'SalesOrderHeader', 'SalesOrderHeaderEntity', 'Sales order headers'],
  ] as const
  const headerSets = versions.map(([name, type, dataEntity, label]) =>
    entitySet(name, {
      type,
      dataEntity,
      label,
      category: 'Transaction',
      source: headers,
      fields: headerFields(sizes),
      actions: name === 'SalesOrderHeadersV2' ? [confirm] : [],
      navigations: [
        {
          name: 'SalesOrderLines',
          target: 'SalesOrderLines',
          isCollection: true,
          partner: type,
          on: toOrder,
        },
      ],
    }),
  )
  return [...headerSets, lines]
}
