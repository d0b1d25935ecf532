import { numberedSource, numberIndex, type Sizes, seedOf } from '@/lib/sandbox/finops/data/sizes'
import { companyOf, shareOf } from '@/lib/sandbox/finops/model/companies'
import { entitySet, numbering } from '@/lib/sandbox/finops/model/define'
import {
  amount,
  blanks,
  choice,
  chosen,
  dataAreaId,
  day,
  dayAt,
  having,
  oneOf,
  text,
  yesNo,
  zeros,
} from '@/lib/sandbox/finops/model/fields'
import { between } from '@/lib/sandbox/finops/model/random'
import type { EntitySet, Field, RowSeed } from '@/lib/sandbox/finops/model/schema'

const journalNumbers = numbering(() => '', 5)
const linesPerJournal = 4

function journalOf(row: RowSeed): RowSeed {
  const ordinal = Math.floor(row.ordinal / linesPerJournal)
  return { company: row.company, ordinal, seed: seedOf('journals', row.company, ordinal) }
}

/** What the lines of a journal debit, and credit, in all. */
function totalOf(journal: RowSeed): number {
  return between(journal.seed, 51, [10_000, 9_000_000]) / 100
}

/** Two lines debit a half each, two credit it. */
function lineAmount(row: RowSeed, isDebit: boolean): number {
  const half = Math.floor(totalOf(journalOf(row)) * 50) / 100
  return row.ordinal % linesPerJournal < 2 === isDebit ? half : 0
}

type Journals = (company: string) => number

const onJournal = [
  ['dataAreaId', 'dataAreaId'],
  ['JournalBatchNumber', 'JournalBatchNumber'],
] as const

function numberOf(ordinal: (row: RowSeed) => number): Field {
  return text('JournalBatchNumber', (row) => journalNumbers.print(ordinal(row), row.company))
}

function ordinalsOfLines(key: string, company: string): readonly [number, number] | undefined {
  const journal = journalNumbers.parse(key, company)
  return journal === undefined
    ? undefined
    : [journal * linesPerJournal, (journal + 1) * linesPerJournal]
}

export function ledgerSets(sizes: Sizes): EntitySet[] {
  const journals = (company: string) => shareOf(sizes.journals, company)
  return [journalHeaders(journals), journalLines(journals)]
}

function journalHeaders(journals: Journals): EntitySet {
  const total = (row: RowSeed) => (Math.floor(totalOf(row) * 50) / 100) * 2
  return entitySet('LedgerJournalHeaders', {
    type: 'LedgerJournalHeader',
    dataEntity: 'LedgerJournalHeaderEntity',
    label: 'General journal headers',
    category: 'Transaction',
    source: numberedSource('journals', journals, [
      numberIndex('JournalBatchNumber', journalNumbers),
    ]),
    fields: [
      dataAreaId,
      having(
        numberOf((row) => row.ordinal),
        { isKey: true, isAutomatic: true },
      ),
      having(oneOf('JournalName', ['GenJrn', 'GenJrn', 'APPay', 'ARPay', 'Accrual']), {
        isRequired: true,
        reference: { set: 'LedgerJournalNames', field: 'Name' },
      }),
      oneOf('Description', [
        'Month-end accrual',
        'Payroll',
        'Reclassification',
        'Rent',
        'Bank fees',
      ]),
      text('AccountingCurrency', (row) => companyOf(row.company).currency),
      choice('PostingLayer', 'CurrentOperationsTax', () => 'Current'),
      ...yesNo(70, 'IsPosted'),
      { ...amount('JournalTotalDebit', 0), make: total },
      { ...amount('JournalTotalCredit', 0), make: total },
      ...blanks('IntegrationKey'),
    ],
    navigations: [
      {
        name: 'LedgerJournalLine',
        target: 'LedgerJournalLines',
        isCollection: true,
        partner: 'LedgerJournalHeader',
        on: onJournal,
      },
    ],
  })
}

function journalLines(journals: Journals): EntitySet {
  return entitySet('LedgerJournalLines', {
    type: 'LedgerJournalLine',
    dataEntity: 'LedgerJournalLineEntity',
    label: 'General journal lines',
    category: 'Transaction',
    source: {
      kind: 'generated',
      id: 'journalLines',
      isPerCompany: true,
      count: (company) => journals(company) * linesPerJournal,
      indexes: [{ by: 'JournalBatchNumber', ordinals: ordinalsOfLines }],
    },
    fields: [
      dataAreaId,
      having(
        numberOf((row) => journalOf(row).ordinal),
        { isKey: true, isRequired: true },
      ),
      having(
        { ...amount('LineNumber', 0), make: (row) => (row.ordinal % linesPerJournal) + 1 },
        { isKey: true, isRequired: true },
      ),
      {
        ...day('TransDate', [0, 0]),
        make: (row) => dayAt(between(journalOf(row).seed, 52, [0, 2100])),
      },
      text('Voucher', (row) => `${journalNumbers.print(journalOf(row).ordinal, row.company)}-V`),
      oneOf('AccountDisplayValue', ['110110', '401100', '602300', '130100', '200100']),
      chosen('AccountType', 'LedgerJournalACType', ['Ledger', 'Ledger', 'Ledger', 'Bank', 'Vend']),
      oneOf('Text', ['Accrual', 'Reversal', 'Adjustment', 'Fee']),
      { ...amount('DebitAmount', 0), make: (row) => lineAmount(row, true) },
      { ...amount('CreditAmount', 0), make: (row) => lineAmount(row, false) },
      text('CurrencyCode', (row) => companyOf(row.company).currency),
      text('Company', (row) => row.company),
      ...zeros('ExchRate', 'CashDiscountAmount', 'Quantity'),
      ...yesNo(0, 'ReverseEntry', 'OverrideSalesTax'),
      ...blanks(
        'Document',
        'Invoice',
        'PaymentReference',
        'OffsetAccountDisplayValue',
        'DefaultDimensionDisplayValue',
        'SalesTaxGroup',
      ),
    ],
    navigations: [
      {
        name: 'LedgerJournalHeader',
        target: 'LedgerJournalHeaders',
        isCollection: false,
        partner: 'LedgerJournalLine',
        on: onJournal,
      },
    ],
  })
}
