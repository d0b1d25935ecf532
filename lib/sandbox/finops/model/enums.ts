/** Members of an enum type with their numbers. */
export type EnumType = Readonly<{ name: string; members: readonly (readonly [string, number])[] }>

function enumType(
  name: string,
  ...members: readonly (string | readonly [string, number])[]
): EnumType {
  return {
    name,
    members: members.map((member, index) =>
      typeof member === 'string' ? [member, index] : member,
    ),
  }
}

export const enumTypes: readonly EnumType[] = [
  enumType('NoYes', 'No', 'Yes'),
  enumType(
    'CustVendorBlocked',
    'No',
    'Invoice',
    'All',
    'Payment',
    'Requisition',
    'Never',
    'PurchOrder',
  ),
  enumType('CustAccountStatement', 'Always', 'Quarter', 'Biannually', 'Yearly', 'Never'),
  enumType('SalesStatus', 'None', 'Backorder', 'Delivered', 'Invoiced', 'Canceled'),
  enumType('PurchStatus', 'None', 'Backorder', 'Received', 'Invoiced', 'Canceled'),
  enumType('ItemReservation', 'None', 'Automatic', 'Explosion'),
  enumType('ABC', 'None', 'A', 'B', 'C'),
  enumType('EcoResProductType', ['Item', 1], ['Service', 2]),
  enumType('EcoResProductSubtype', ['Product', 1], ['ProductMaster', 2]),
  enumType(
    'LedgerJournalACType',
    'Ledger',
    'Cust',
    'Vend',
    'Project',
    ['FixedAssets', 5],
    ['Bank', 6],
  ),
  enumType('CurrentOperationsTax', 'Current', 'Operations', 'Tax', ['None', 25]),
  enumType('RoleAssignmentStatus', 'None', 'Enabled', 'Disabled'),
  enumType('RoleAssignmentMode', 'None', 'Manual', 'Automatic'),
  enumType('UserLicenseType', 'None', 'SelfServe', 'Task', 'Functional', 'Enterprise', 'Server'),
  enumType('DirPartyBaseType', 'Person', 'Organization'),
  enumType(
    'UnitOfMeasureClass',
    'Undefined',
    'Length',
    'Area',
    'Volume',
    'Mass',
    'Time',
    'Quantity',
  ),
  enumType(
    'LedgerAccountType',
    'ProfitAndLoss',
    'Revenue',
    'Expense',
    'BalanceSheet',
    'Asset',
    'Liability',
    'Equity',
    'Total',
  ),
  enumType(
    'NetCurrent',
    'Net',
    'CurrentMonth',
    'CurrentQuarter',
    'CurrentYear',
    'CurrentWeek',
    'COD',
  ),
  enumType(
    'BatchStatus',
    'Hold',
    'Waiting',
    'Executing',
    'Error',
    'Finished',
    'Ready',
    'NotRun',
    'Canceling',
    'Canceled',
    'Scheduled',
  ),
  enumType('ProjStatus', 'Created', 'Estimated', 'Scheduled', 'InProcess', 'Completed'),
  enumType('InventLocationType', 'Standard', 'Quarantine', 'Transit'),
]

const byName = new Map(enumTypes.map((type) => [type.name, type]))

export function getEnumType(name: string): EnumType | undefined {
  return byName.get(name)
}

/** The member that `text` names, by name or by number; undefined when there is none. */
export function memberOf(type: EnumType, text: string): string | undefined {
  const found = type.members.find(([name, value]) => name === text || String(value) === text)
  return found?.[0]
}
