import { ODataSyntaxError } from '@/lib/odata/errors'
import { printLiteral } from '@/lib/odata/literal'
import { type Completion, type CompletionItem, pick } from '@/lib/odata/query/completion'
import {
  type EntityField,
  type EntityShape,
  enumOf,
  fieldOf,
  valueKindOf,
} from '@/lib/odata/query/entity-shape'
import { type Token, tokenize } from '@/lib/odata/tokens'

const operators: readonly (readonly [string, string])[] = [
  ['eq', 'equals; *x* finds parts of a text'],
  ['ne', 'differs from'],
  ['gt', 'greater or later than'],
  ['ge', 'from'],
  ['lt', 'less or earlier than'],
  ['le', 'up to'],
]
const joins: readonly (readonly [string, string])[] = [
  ['and', 'both must hold'],
  ['or', 'one must hold'],
]

/** What may follow `before`, the part of a `$filter` that stands before the cursor. */
export function completeFilter(
  before: string,
  cursor: number,
  shape: EntityShape,
): Completion | null {
  const word = /[^\s(),]*$/.exec(before)?.[0] ?? ''
  const tokens = tokensOf(before.slice(0, before.length - word.length))
  if (!tokens) return null
  const items = itemsAfter(tokens, shape)
  return pick({ text: word, cursor }, items)
}

/** Undefined where a quote stands open: what a text says is the person's own. */
function tokensOf(text: string): Token[] | undefined {
  try {
    return tokenize(text).slice(0, -1)
  } catch (error) {
    if (error instanceof ODataSyntaxError) return undefined
    throw error
  }
}

function itemsAfter(tokens: readonly Token[], shape: EntityShape): readonly CompletionItem[] {
  const [before, last] = [tokens.at(-2), tokens.at(-1)]
  const isWord = last?.kind === 'name'
  if (!last || last.text === '(' || (isWord && /^(?:and|or|not)$/.test(last.text))) {
    return shape.fields.map(toItem)
  }
  if (isWord && operators.some(([operator]) => operator === last.text)) {
    const field = fieldOf(shape, before?.text ?? '')
    return field ? valuesOf(shape, field) : []
  }
  if (last.kind === 'literal' || last.text === ')') return joins.map(fromPair)
  const field = fieldOf(shape, last.text)
  if (!field) return []
  return operators.slice(0, valueKindOf(field.type) === 'enum' ? 2 : undefined).map(fromPair)
}

function toItem({ name, type, isKey }: EntityField): CompletionItem {
  const detail = `${type.slice(type.lastIndexOf('.') + 1)}${isKey ? ', key' : ''}`
  return { label: name, insert: name, detail }
}

function fromPair([word, detail]: readonly [string, string]): CompletionItem {
  return { label: word, insert: word, detail }
}

function valuesOf(shape: EntityShape, { type }: EntityField): CompletionItem[] {
  switch (valueKindOf(type)) {
    case 'enum':
      return (enumOf(shape, type)?.members ?? []).map(({ name, value }) => {
        const insert = printLiteral({ type: 'enum', enumType: type, value: name })
        return { label: name, insert, detail: value }
      })
    case 'boolean':
      return [fromPair(['true', '']), fromPair(['false', ''])]
    case 'moment':
      return [
        fromPair(['1900-01-01T00:00:00Z', 'F&O’s empty date']),
        fromPair(['2154-12-31T23:59:59Z', 'F&O’s date that never ends']),
      ]
    case 'text':
    case 'integer':
    case 'decimal':
    case 'date':
    case 'guid':
    case 'other':
      return []
  }
}
