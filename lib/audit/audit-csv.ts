import type { AuditView } from '@/lib/contract/audit'

const columns = [
  'id',
  'at',
  'who',
  'kind',
  'action',
  'subject',
  'from',
  'outcome',
  'requestId',
  'detail',
  'hash',
] as const satisfies readonly (keyof AuditView)[]

/** The line with the names of the columns. */
export const auditCsvHead = `${columns.join(',')}\r\n`

/**
 * One entry as a line of CSV. A cell that a spreadsheet would run as a formula gets an apostrophe:
 * names and addresses are typed by people.
 *
 * @see RFC 4180
 */
export function toAuditCsv(entry: AuditView): string {
  const cells = columns.map((column) => {
    const value = entry[column]
    const text = typeof value === 'object' ? JSON.stringify(value ?? '') : String(value)
    const guarded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
    return `"${guarded.replaceAll('"', '""')}"`
  })
  return `${cells.join(',')}\r\n`
}
