import type { TableLine } from '@/lib/sandbox/finops/data/tables'

export const tradeTables: readonly TableLine[] = [
  {
    set: 'CustomerGroups',
    type: 'CustomerGroup',
    dataEntity: 'CustCustomerGroupEntity',
    columns:
      'CustomerGroupId* ClearingPeriodPaymentTermName CustomerAccountNumberSequence DefaultDimensionDisplayValue Description IsSalesTaxIncludedInPrice:NoYes WriteOffReason PaymentTermId TaxGroupId',
    rows: [
      ['10', 'Net30', '', '', 'Wholesale customers', 'No', '', 'Net30', ''],
      ['20', 'Net30', '', '', 'Major customers', 'No', 'GOODWILL', 'Net30', ''],
      ['30', 'Net10', '', '', 'Retail customers', 'No', '', 'Net10', ''],
      ['40', 'Net10', '', '', 'Internet customers', 'No', '', 'Net10', ''],
      ['80', 'Net45', '', '', 'Other customers', 'No', '', 'Net45', ''],
      ['90', 'Net60', '', '', 'Intercompany customers', 'No', '', 'Net60', ''],
    ],
  },
  {
    set: 'VendorGroups',
    type: 'VendorGroup',
    dataEntity: 'VendVendorGroupEntity',
    columns: 'VendorGroupId* Description DefaultPaymentTermName ClearingPeriodPaymentTermName',
    rows: [
      ['10', 'Parts vendors', 'Net30', 'Net30'],
      ['20', 'Service vendors', 'Net10', 'Net10'],
      ['30', 'Freight vendors', 'Net45', 'Net45'],
      ['40', 'Tax authorities', 'Net10', 'Net10'],
    ],
  },
  {
    set: 'PaymentTerms',
    type: 'PaymentTerm',
    dataEntity: 'PaymentTermEntity',
    columns: 'Name* Description NumberOfDays:Int32 PaymentMethodType:NetCurrent',
    rows: [
      ['COD', 'Cash on delivery', 0, 'COD'],
      ['Net10', 'Net 10 days', 10, 'Net'],
      ['Net30', 'Net 30 days', 30, 'Net'],
      ['Net45', 'Net 45 days', 45, 'Net'],
      ['Net60', 'Net 60 days', 60, 'Net'],
    ],
  },
  {
    set: 'PaymentSchedules',
    type: 'PaymentSchedule',
    dataEntity: 'PaymentScheduleEntity',
    columns: 'Name* Description NumberOfPayments:Int32',
    rows: [
      ['Monthly3', 'Three monthly payments', 3],
      ['Quarter4', 'Four quarterly payments', 4],
    ],
  },
  {
    set: 'CustomerPaymentMethods',
    type: 'CustomerPaymentMethod',
    dataEntity: 'CustCustomerPaymentMethodEntity',
    columns: 'Name* Description BankAccountId',
    rows: [
      ['CHECK', 'Check', 'USMF OPER'],
      ['ELECTRONIC', 'Electronic payment', 'USMF OPER'],
      ['CREDIT', 'Credit card', ''],
    ],
  },
  {
    set: 'VendorPaymentMethods',
    type: 'VendorPaymentMethod',
    dataEntity: 'VendVendorPaymentMethodEntity',
    columns: 'Name* Description BankAccountId',
    rows: [
      ['CHECK', 'Check', 'USMF OPER'],
      ['ELECTRONIC', 'Electronic payment', 'USMF OPER'],
    ],
  },
  {
    set: 'DeliveryTerms',
    type: 'DeliveryTerm',
    dataEntity: 'DlvTermEntity',
    columns: 'DeliveryTermsCode* DeliveryTermsDescription',
    rows: [
      ['CIF', 'Cost, insurance and freight'],
      ['DDP', 'Delivered duty paid'],
      ['FOB', 'Free on board'],
    ],
  },
  {
    set: 'DeliveryModesV2',
    type: 'DeliveryModeV2',
    dataEntity: 'DlvModeV2Entity',
    columns: 'ModeCode* ModeDescription ShippingCarrierId',
    rows: [
      ['10', 'Ground', 'GRND'],
      ['20', 'Air', 'AIR'],
      ['30', 'Ocean', 'SEA'],
      ['99', 'Customer pick-up', ''],
    ],
  },
  {
    set: 'CashDiscounts',
    type: 'CashDiscount',
    dataEntity: 'CashDiscountEntity',
    columns: 'CashDiscountCode* Description DiscountPercentage:Decimal NumberOfDays:Int32',
    rows: [
      ['0.5%D10', '0.5% within 10 days', 0.5, 10],
      ['2%D5', '2% within 5 days', 2, 5],
    ],
  },
  {
    set: 'CustomerPostingProfiles',
    type: 'CustomerPostingProfile',
    dataEntity: 'CustPostingProfileEntity',
    columns: 'PostingProfile* Description',
    rows: [
      ['GEN', 'General posting profile'],
      ['PRE', 'Prepayments'],
    ],
  },
  {
    set: 'VendorPostingProfiles',
    type: 'VendorPostingProfile',
    dataEntity: 'VendPostingProfileEntity',
    columns: 'PostingProfile* Description',
    rows: [
      ['GEN', 'General posting profile'],
      ['PRE', 'Prepayments'],
    ],
  },
  {
    set: 'SalesOrderOrigins',
    type: 'SalesOrderOrigin',
    dataEntity: 'SalesOrderOriginEntity',
    columns: 'OriginCode* OriginDescription OriginType',
    rows: [
      ['EDI', 'Electronic data interchange', 'EDI'],
      ['PHONE', 'Telephone', 'Other'],
      ['WEB', 'Web shop', 'Internet'],
    ],
  },
  {
    set: 'SalesOrderPools',
    type: 'SalesOrderPool',
    dataEntity: 'SalesOrderPoolEntity',
    columns: 'PoolId* PoolName',
    rows: [
      ['RUSH', 'Rush orders'],
      ['STD', 'Standard orders'],
    ],
  },
  {
    set: 'SalesDistricts',
    type: 'SalesDistrict',
    dataEntity: 'SmmSalesDistrictEntity',
    columns: 'DistrictId* Description',
    rows: [
      ['EAST', 'Eastern district'],
      ['WEST', 'Western district'],
      ['INTL', 'International'],
    ],
  },
  {
    set: 'SalesUnits',
    type: 'SalesUnit',
    dataEntity: 'SmmSalesUnitEntity',
    columns: 'SalesUnitId* Name ParentSalesUnitId',
    rows: [
      ['S-01', 'Direct sales', ''],
      ['S-02', 'Channel sales', 'S-01'],
    ],
  },
  {
    set: 'LineDiscountCustomerGroups',
    type: 'LineDiscountCustomerGroup',
    dataEntity: 'PriceLineDiscountCustomerGroupEntity',
    columns: 'GroupCode* GroupName',
    rows: [
      ['BIG', 'Large accounts'],
      ['STD', 'Standard accounts'],
    ],
  },
  {
    set: 'PriceCustomerGroups',
    type: 'PriceCustomerGroup',
    dataEntity: 'PriceCustomerGroupEntity',
    columns: 'GroupCode* GroupName',
    rows: [
      ['RETAIL', 'Retail prices'],
      ['WHOLE', 'Wholesale prices'],
    ],
  },
  {
    set: 'PriceVendorGroups',
    type: 'PriceVendorGroup',
    dataEntity: 'PriceVendorGroupEntity',
    columns: 'GroupCode* GroupName',
    rows: [['PREF', 'Preferred vendors']],
  },
  {
    set: 'CustomerReasons',
    type: 'CustomerReason',
    dataEntity: 'CustCustomerReasonsEntity',
    columns: 'ReasonCode* DefaultComment',
    rows: [
      ['GOODWILL', 'Goodwill'],
      ['LOST', 'Lost in transit'],
    ],
  },
  {
    set: 'VendorReasons',
    type: 'VendorReason',
    dataEntity: 'VendVendorReasonsEntity',
    columns: 'ReasonCode* DefaultComment',
    rows: [
      ['DAMAGED', 'Damaged goods'],
      ['LATE', 'Late delivery'],
    ],
  },
  {
    set: 'LinesOfBusiness',
    type: 'LineOfBusiness',
    dataEntity: 'SmmLineOfBusinessEntity',
    columns: 'LineOfBusinessId* Description',
    rows: [
      ['HOSP', 'Hospitality'],
      ['MFG', 'Manufacturing'],
      ['RETAIL', 'Retail'],
    ],
  },
  {
    set: 'ContactPersonTitles',
    type: 'ContactPersonTitle',
    dataEntity: 'SmmContactPersonTitleEntity',
    columns: 'Title*',
    shared: true,
    rows: [['Buyer'], ['Controller'], ['Owner']],
  },
  {
    set: 'ReturnDispositionCodes',
    type: 'ReturnDispositionCode',
    dataEntity: 'ReturnDispositionCodeEntity',
    columns: 'DispositionCode* Description',
    rows: [
      ['21', 'Credit and scrap'],
      ['31', 'Replace and return'],
    ],
  },
]
