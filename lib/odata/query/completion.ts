import type { Span } from '@/lib/odata/query/query-text'

export type CompletionItem = Readonly<{ label: string; insert: string; detail: string }>

/** What may stand at a place of the text: `insert` of an item takes the place of the span. */
export type Completion = Span & Readonly<{ items: readonly CompletionItem[] }>

const itemsMax = 50

/** The items that fit what is typed before the cursor, those that begin with it first. */
export function pick(
  typed: Readonly<{ text: string; cursor: number }>,
  items: readonly CompletionItem[],
): Completion | null {
  const sought = typed.text.toLowerCase()
  const begins: CompletionItem[] = []
  const holds: CompletionItem[] = []
  for (const item of items) {
    const [label, insert] = [item.label.toLowerCase(), item.insert.toLowerCase()]
    if (label.startsWith(sought) || insert.startsWith(sought)) begins.push(item)
    else if (label.includes(sought)) holds.push(item)
  }
  const found = [...begins, ...holds].slice(0, itemsMax)
  // What is written out already needs no help.
  if (found.length === 0 || (found.length === 1 && found[0]?.insert === typed.text)) return null
  return { from: typed.cursor - typed.text.length, to: typed.cursor, items: found }
}
