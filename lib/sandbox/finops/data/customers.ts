import { organizationName, personName, phone, street } from '@/lib/sandbox/finops/data/names'
import { numberedSource, numberIndex, type Sizes } from '@/lib/sandbox/finops/data/sizes'
import { companyOf, shareOf } from '@/lib/sandbox/finops/model/companies'
import { entitySet, numbering } from '@/lib/sandbox/finops/model/define'
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
  zeros,
} from '@/lib/sandbox/finops/model/fields'
import { between, mix, pick } from '@/lib/sandbox/finops/model/random'
import type { EntitySet, Field, RowSeed } from '@/lib/sandbox/finops/model/schema'

export const customerNumbers = numbering((company) => `${companyOf(company).prefix}-`, 3)

/** Name of a customer; every seventh is a person. */
export function customerName(row: RowSeed): string {
  return row.seed % 7 === 0 ? personName(row.seed) : organizationName(row.seed)
}

export function cityOf(row: RowSeed): readonly [string, string, string] {
  return pick(companyOf(row.company).cities, row.seed, 21)
}

/** The address of a row on one line of text, as F&O formats it. */
export function addressOf(row: RowSeed): string {
  const [city, state, zip] = cityOf(row)
  return `${street(row.seed)}\n${city}, ${state} ${zip}\n${companyOf(row.company).isoCountry}`
}

export function emailOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()
  return `office@${plain}.example`
}

const account = having(
  text('CustomerAccount', (row) => customerNumbers.print(row.ordinal, row.company)),
  { isKey: true, isAutomatic: true },
)

/** What both the current and the legacy customer entity have. */
const commonFields: readonly Field[] = [
  dataAreaId,
  account,
  text('PartyType', (row) => (row.seed % 7 === 0 ? 'Person' : 'Organization')),
  text('PartyNumber', (row) => `P${String(mix(row.seed, 3) % 1_000_000_000).padStart(9, '0')}`),
  text('NameAlias', (row) => customerName(row).split(' ')[0] ?? ''),
  having(oneOf('CustomerGroupId', ['10', '20', '30', '40', '80', '90']), {
    isRequired: true,
    reference: { set: 'CustomerGroups', field: 'CustomerGroupId' },
  }),
  having(
    text('SalesCurrencyCode', (row) => companyOf(row.company).currency),
    { reference: { set: 'Currencies', field: 'CurrencyCode' } },
  ),
  having(oneOf('PaymentTerms', ['Net10', 'Net30', 'Net30', 'Net45', 'Net60']), {
    reference: { set: 'PaymentTerms', field: 'Name' },
  }),
  oneOf('PaymentMethod', ['CHECK', 'ELECTRONIC', 'CREDIT']),
  oneOf('DeliveryTerms', ['FOB', 'CIF', 'DDP']),
  oneOf('DeliveryMode', ['10', '20', '30', '99']),
  text('LanguageId', (row) => companyOf(row.company).language),
  {
    ...amount('CreditLimit', 0),
    make: (row) => between(row.seed, 22, [0, 400]) * 500,
  },
  chosen('OnHoldStatus', 'CustVendorBlocked', [
    'No',
    'No',
    'No',
    'No',
    'No',
    'No',
    'No',
    'Invoice',
    'All',
  ]),
  chosen('AccountStatement', 'CustAccountStatement', ['Always', 'Quarter', 'Yearly', 'Never']),
  oneOf('SalesTaxGroup', ['AVATAX', 'EXEMPT', 'STD']),
  oneOf('WarehouseId', ['11', '12', '13', '21']),
  oneOf('SiteId', ['1', '2']),
  text('FullPrimaryAddress', addressOf),
  text('AddressStreet', (row) => street(row.seed)),
  text('AddressCity', (row) => cityOf(row)[0]),
  text('AddressState', (row) => cityOf(row)[1]),
  text('AddressZipCode', (row) => cityOf(row)[2]),
  text('AddressCountryRegionId', (row) => companyOf(row.company).country),
  text('AddressCountryRegionISOCode', (row) => companyOf(row.company).isoCountry),
  text('PrimaryContactPhone', (row) => phone(row.seed)),
  text('PrimaryContactEmail', (row) => emailOf(customerName(row))),
  ...yesNo(4, 'IsOneTimeCustomer', 'IsSalesTaxIncludedInPrices', 'CreditLimitIsMandatory'),
  ...yesNo(60, 'AllowOnAccount'),
  ...yesNo(0, 'ForeignCustomer', 'IsWithholdingTaxCalculated', 'OverrideSalesTax'),
  chosen('OrganizationABCCode', 'ABC', ['None', 'A', 'B', 'C']),
  whole('OrganizationNumberOfEmployees', [0, 900]),
  ...blanks(
    'SalesMemo',
    'TaxExemptNumber',
    'DefaultDimensionDisplayValue',
    'InvoiceAccount',
    'LineOfBusinessId',
    'SalesDistrict',
    'CommissionSalesGroupId',
    'PaymentCashDiscount',
    'KnownAs',
    'VendorAccount',
    'CreditRating',
    'EmployeeResponsibleNumber',
  ),
]

/** The current customer entity and the legacy one, over the same rows. */
export function customerSets(sizes: Sizes): EntitySet[] {
  const source = numberedSource('customers', (company) => shareOf(sizes.customers, company), [
    numberIndex('CustomerAccount', customerNumbers),
  ])
  const current = entitySet('CustomersV3', {
    type: 'CustomerV3',
    dataEntity: 'CustCustomerV3Entity',
    label: 'Customers V3',
    category: 'Master',
    source,
    fields: [
      ...commonFields,
      having(text('OrganizationName', customerName), { isRequired: true }),
      ...blanks(
        'PersonFirstName',
        'PersonLastName',
        'CredManNotes',
        'CredManGroupId',
        'SATRegistrationName_MX',
      ),
      ...noDates('CredManCustomerSince', 'CredManCreditLimitDate', 'CredManNextSchedReviewDate'),
      ...zeros('CredManEligibleCreditMax', 'AddressLatitude', 'AddressLongitude'),
      ...yesNo(0, 'CredManExclude', 'IsPublicSector_IT'),
    ],
    navigations: [
      {
        name: 'CustomerGroup',
        target: 'CustomerGroups',
        isCollection: false,
        partner: null,
        on: [
          ['dataAreaId', 'dataAreaId'],
          ['CustomerGroupId', 'CustomerGroupId'],
        ],
      },
    ],
  })
  const legacy = entitySet('Customers', {
    type: 'Customer',
    dataEntity: 'CustCustomerEntity',
    label: 'Customers',
    category: 'Master',
    source,
    fields: [...commonFields, having(text('Name', customerName), { isRequired: true })],
  })
  return [current, legacy]
}
