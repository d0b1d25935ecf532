import { type KeyPart, parseKey, printKey } from '@/lib/odata/keys'
import { complainAboutLiteral } from '@/lib/odata/query/check-literal'
import { type EntityShape, fieldOf } from '@/lib/odata/query/entity-shape'
import { readOrTell } from '@/lib/odata/query/explain-syntax'
import { meant, type Reporter, tell } from '@/lib/odata/query/query-problem'
import { splitOutside } from '@/lib/odata/split'

/** Tells what is wrong with a key: F&O wants all of its parts, each with its name. */
export function checkKey(reporter: Reporter, text: string, shape: EntityShape | null): void {
  const parts = readOrTell(reporter, () => parseKey(text))
  if (!parts || !shape || shape.key.length === 0) return
  const pieces = splitOutside(text, ',')
  for (const [index, part] of parts.entries()) {
    const [piece, at] = pieces[index] ?? ['', 0]
    const from = at + piece.length - piece.trimStart().length
    checkPart(reporter, shape, { part, from, to: at + piece.trimEnd().length })
  }
  tellOfMissing(reporter, shape, { text, parts })
}

function checkPart(
  reporter: Reporter,
  shape: EntityShape,
  { part, from, to }: Readonly<{ part: KeyPart; from: number; to: number }>,
): void {
  const name = part.name ?? shape.key[0] ?? ''
  if (!shape.key.includes(name)) {
    const { words, fixes } = meant(name, shape.key)
    const message = `${name} is no part of the key of ${shape.name}.${words}`
    const span = { from, to: from + name.length }
    tell(reporter, { code: 'unknown_field', ...span, message, fixes })
    return
  }
  const field = fieldOf(shape, name)
  const complaint = field && complainAboutLiteral(shape, field, part.value)
  if (!complaint) return
  const label = part.name === null ? '' : `${part.name}=`
  const fixes = complaint.fixes?.map((fix) => ({ ...fix, text: label + fix.text })) ?? []
  tell(reporter, { ...complaint, fixes, from, to })
}

function tellOfMissing(
  reporter: Reporter,
  shape: EntityShape,
  { text, parts }: Readonly<{ text: string; parts: readonly KeyPart[] }>,
): void {
  const isLone = parts.length === 1 && parts[0]?.name === null
  const given = isLone ? shape.key.slice(0, 1) : parts.map(({ name }) => name)
  const missing = shape.key.filter((name) => !given.includes(name))
  if (missing.length === 0) return
  const lone = parts[0]?.value
  const named =
    isLone && lone ? printKey([{ name: shape.key.at(-1) ?? '', value: lone }]).slice(1, -1) : ''
  const hint = named === '' ? '' : ` Name each part: ${missing.length > 0 ? `…,${named}` : named}.`
  tell(reporter, {
    code: 'key_incomplete',
    from: 0,
    to: text.length,
    message: `F&O wants the whole key; missing: ${missing.join(', ')}.${hint}`,
  })
}
