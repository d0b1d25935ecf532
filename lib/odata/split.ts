type Stand = { depth: number; quote: string }

/** Takes one character into account: how deep in parentheses we stand, and in which quotes. */
function step(stand: Stand, character: string): void {
  if (stand.quote !== '') stand.quote = character === stand.quote ? '' : stand.quote
  else if (character === "'" || character === '"') stand.quote = character
  else if ('([{'.includes(character)) stand.depth += 1
  else if (')]}'.includes(character)) stand.depth -= 1
}

/**
 * Cuts `text` at every `separator` that stands outside quotes, parentheses and brackets; pieces
 * keep their blanks. The second value of a piece is where it begins in `text`.
 */
export function splitOutside(text: string, separator: string): (readonly [string, number])[] {
  const pieces: (readonly [string, number])[] = []
  const stand: Stand = { depth: 0, quote: '' }
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === separator && stand.depth === 0 && stand.quote === '') {
      pieces.push([text.slice(from, at), from])
      from = at + 1
    } else step(stand, character)
  }
  pieces.push([text.slice(from), from])
  return pieces
}

/** Where the parenthesis that opens at `open` closes, or -1; quotes are respected. */
export function closingOf(text: string, open: number): number {
  const stand: Stand = { depth: 0, quote: '' }
  for (let at = open; at < text.length; at += 1) {
    step(stand, text.charAt(at))
    if (stand.depth === 0 && stand.quote === '') return at
  }
  return -1
}
