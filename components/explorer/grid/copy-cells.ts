import { wholeText } from '@/components/explorer/grid/cell'
import type { RowSource } from '@/components/explorer/grid/columns'
import type { Box } from '@/components/explorer/grid/selection'
import { printExactJson } from '@/lib/odata/rows/exact-json'

/** Texts by which a spreadsheet begins a formula; a signed number or a telephone number is none. */
const formula = /^(?:[=@]|[+-](?![\d\s().,-]*$))/

/**
 * Cells as a spreadsheet takes them from the clipboard, with exact digits. Where it is more than one
 * cell, a text that would become a formula is led by an apostrophe.
 *
 * @see OWASP, CSV Injection
 */
export function toTsv(
  rows: RowSource,
  names: readonly string[],
  { box, heads = false }: Readonly<{ box: Box; heads?: boolean }>,
): string {
  const picked = names.slice(box.left, box.right + 1)
  const isOne = box.top === box.bottom && box.left === box.right
  if (isOne && !heads) return wholeText(rows.at(box.top)?.[picked[0] ?? ''])
  const lines = heads ? [picked.join('\t')] : []
  for (let index = box.top; index <= box.bottom; index += 1) {
    const row = rows.at(index)
    lines.push(picked.map((name) => quoted(guarded(row?.[name]))).join('\t'))
  }
  return lines.join('\n')
}

/** Cells as a list of records, with exact digits. */
export function toJson(rows: RowSource, names: readonly string[], box: Box): string {
  const picked = names.slice(box.left, box.right + 1)
  const lines: string[] = []
  for (let index = box.top; index <= box.bottom; index += 1) {
    const row = rows.at(index)
    const members = picked.flatMap((name) => {
      const value = row?.[name]
      return value === undefined ? [] : [`${JSON.stringify(name)}: ${printExactJson(value)}`]
    })
    lines.push(`  { ${members.join(', ')} }`)
  }
  return `[\n${lines.join(',\n')}\n]`
}

function guarded(value: Parameters<typeof wholeText>[0]): string {
  const text = wholeText(value)
  return typeof value === 'string' && formula.test(text) ? `'${text}` : text
}

function quoted(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
