import type { KnowledgeEntry } from '@/lib/diagnosis/knowledge'
import { stepNumber } from '@/lib/steps/step'

/** All entries as one Markdown table, for the documents. */
export function toMarkdownTable(entries: readonly KnowledgeEntry[]): string {
  const rows = entries.map((entry) =>
    [
      entry.id,
      entry.codes.join(', '),
      entry.step === null ? 'none' : `${stepNumber(entry.step)} ${entry.step}`,
      entry.title,
      entry.fix[0] ?? '',
      entry.who,
      entry.confidence,
    ].map(toCell),
  )
  const lines = [
    ['rule', 'codes', 'step', 'what it says', 'first act', 'who', 'how sure'],
    Array.from({ length: 7 }, () => '---'),
    ...rows,
  ]
  return `${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`
}

function toCell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ')
}
