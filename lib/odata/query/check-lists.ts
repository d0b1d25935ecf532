import { isIdentifier } from '@/lib/odata/edm'
import { parseOrderBy } from '@/lib/odata/order-by'
import { tellOfField } from '@/lib/odata/query/check-filter'
import { type EntityShape, fieldOf, relationOf } from '@/lib/odata/query/entity-shape'
import { readOrTell } from '@/lib/odata/query/explain-syntax'
import { type Reporter, tell } from '@/lib/odata/query/query-problem'
import { parseSelect } from '@/lib/odata/select-expand'
import { splitOutside } from '@/lib/odata/split'

/** Tells what is wrong with a `$select`. */
export function checkSelect(reporter: Reporter, text: string, shape: EntityShape | null): void {
  if (!readOrTell(reporter, () => parseSelect(text)) || !shape) return
  for (const { word, from, to } of wordsOf(text)) {
    if (word === '*' || fieldOf(shape, word)) continue
    if (relationOf(shape, word)) {
      const message = `${word} is a relation: its rows come with $expand=${word}.`
      tell(reporter, { code: 'unknown_field', from, to, message })
    } else tellOfField(reporter, shape, { name: word, from, to })
  }
}

/** Tells what is wrong with a `$orderby`. */
export function checkOrderBy(reporter: Reporter, text: string, shape: EntityShape | null): void {
  if (!readOrTell(reporter, () => parseOrderBy(text)) || !shape) return
  for (const { word, from } of wordsOf(text)) {
    const name = word.replace(/\s+(?:asc|desc)$/, '')
    const to = from + name.length
    if (fieldOf(shape, name)) continue
    if (isIdentifier(name)) tellOfField(reporter, shape, { name, from, to })
    else {
      const message = 'F&O orders by fields only.'
      tell(reporter, { code: 'unsupported', from, to, message })
    }
  }
}

/** The pieces between commas, without blanks around them. */
function wordsOf(text: string) {
  return splitOutside(text, ',').map(([piece, at]) => {
    const word = piece.trim()
    const from = at + piece.length - piece.trimStart().length
    return { word, from, to: from + word.length }
  })
}
