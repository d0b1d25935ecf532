import { addressOf, cityOf, emailOf } from '@/lib/sandbox/finops/data/customers'
import { organizationName, phone, street } from '@/lib/sandbox/finops/data/names'
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
} from '@/lib/sandbox/finops/model/fields'
import type { EntitySet, Field } from '@/lib/sandbox/finops/model/schema'

export const vendorNumbers = numbering((company) => `${companyOf(company).prefix}-V`, 4)

const fields: readonly Field[] = [
  dataAreaId,
  having(
    text('VendorAccountNumber', (row) => vendorNumbers.print(row.ordinal, row.company)),
    { isKey: true, isAutomatic: true },
  ),
  having(
    text('VendorOrganizationName', (row) => organizationName(row.seed)),
    {
      isRequired: true,
    },
  ),
  text('VendorSearchName', (row) => organizationName(row.seed).split(' ')[0] ?? ''),
  text('VendorPartyType', () => 'Organization'),
  text('VendorPartyNumber', (row) => `P${String(row.seed).padStart(10, '0')}`),
  having(oneOf('VendorGroupId', ['10', '20', '30', '40']), {
    isRequired: true,
    reference: { set: 'VendorGroups', field: 'VendorGroupId' },
  }),
  text('CurrencyCode', (row) => companyOf(row.company).currency),
  oneOf('DefaultPaymentTermsName', ['Net10', 'Net30', 'Net45', 'Net60']),
  oneOf('DefaultVendorPaymentMethodName', ['CHECK', 'ELECTRONIC']),
  oneOf('DefaultDeliveryTermsCode', ['FOB', 'CIF', 'DDP']),
  oneOf('DefaultDeliveryModeId', ['10', '20', '30']),
  text('LanguageId', (row) => companyOf(row.company).language),
  text('FormattedPrimaryAddress', addressOf),
  text('AddressStreet', (row) => street(row.seed)),
  text('AddressCity', (row) => cityOf(row)[0]),
  text('AddressStateId', (row) => cityOf(row)[1]),
  text('AddressZipCode', (row) => cityOf(row)[2]),
  text('AddressCountryRegionId', (row) => companyOf(row.company).country),
  text('PrimaryPhoneNumber', (row) => phone(row.seed)),
  text('PrimaryEmailAddress', (row) => emailOf(organizationName(row.seed))),
  chosen('OnHoldStatus', 'CustVendorBlocked', ['No', 'No', 'No', 'No', 'No', 'Payment', 'All']),
  chosen('OrganizationABCCode', 'ABC', ['None', 'A', 'B', 'C']),
  whole('OrganizationEmployeeAmount', [0, 500]),
  amount('CreditLimit', 50_000),
  ...yesNo(5, 'IsOneTimeVendor', 'IsReportingTax1099', 'IsMinorityOwned', 'IsSubcontractor'),
  ...yesNo(0, 'ForeignVendor', 'ArePricesIncludingSalesTax', 'IsWithholdingTaxCalculated'),
  ...noDates('SSIValidityDate', 'VendorHoldReleaseDate', 'CISVerificationDate'),
  ...blanks(
    'TaxExemptNumber',
    'Notes',
    'OurAccountNumber',
    'BankAccountId',
    'BuyerGroupId',
    'DUNSNumber',
  ),
]

export function vendorSets(sizes: Sizes): EntitySet[] {
  const vendors = entitySet('VendorsV2', {
    type: 'VendorV2',
    dataEntity: 'VendVendorV2Entity',
    label: 'Vendors V2',
    category: 'Master',
    source: numberedSource('vendors', (company) => shareOf(sizes.vendors, company), [
      numberIndex('VendorAccountNumber', vendorNumbers),
    ]),
    fields,
    navigations: [
      {
        name: 'VendorGroup',
        target: 'VendorGroups',
        isCollection: false,
        partner: null,
        on: [
          ['dataAreaId', 'dataAreaId'],
          ['VendorGroupId', 'VendorGroupId'],
        ],
      },
    ],
  })
  return [vendors]
}
