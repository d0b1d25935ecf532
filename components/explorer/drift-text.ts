import { factWords, kindWord, ownerWord, shortName } from '@/components/explorer/drift-words'
import type { DriftChange } from '@/lib/odata/drift/drift'

const columns = ['change', 'breaking', 'kind', 'in', 'name', 'fact', 'before', 'after']

/** The changes as CSV (RFC 4180), a line for each fact. */
export function toCsv(changes: readonly DriftChange[]): string {
  const lines = changes.flatMap(({ verb, kind, owner, name, facts, isBreaking }) => {
    const about = [verb, isBreaking ? 'yes' : 'no', kindWord(kind), owner, name]
    if (facts.length === 0) return [[...about, '', '', '']]
    return facts.map(({ fact, before, after }) => [...about, fact, before ?? '', after ?? ''])
  })
  return `${[columns, ...lines].map((line) => line.map(toCell).join(',')).join('\r\n')}\r\n`
}

/** A spreadsheet takes what begins like a formula for one, and runs it. */
function toCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The changes as Markdown, a list for each owner. */
export function toMarkdown(title: string, changes: readonly DriftChange[]): string {
  const lines = [`# ${escaped(title)}`]
  let owner: string | undefined
  for (const change of changes) {
    if (change.owner !== owner) lines.push('', `## ${escaped(ownerWord(change))}`, '')
    owner = change.owner
    lines.push(toLine(change))
  }
  return `${lines.join('\n')}\n`
}

function toLine({ verb, kind, name, facts, isBreaking }: DriftChange): string {
  const said = facts.map(factWords).join('; ')
  const breaking = isBreaking ? ' **(breaking)**' : ''
  const told = said === '' ? '' : `: ${escaped(said)}`
  return `- ${verb} ${kindWord(kind)} \`${shortName(name).replaceAll('`', '')}\`${told}${breaking}`
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&')
}
