/** Tests a text against a pattern whose `*` stands for anything. */
export type Wildcard = Readonly<{ test: (text: string) => boolean }>

/**
 * The pattern in a text with `*`, in any case; undefined for a text without one.
 *
 * Cut at the stars and searched piece by piece: no pattern can make it slow.
 */
export function wildcard(pattern: string): Wildcard | undefined {
  if (!pattern.includes('*')) return undefined
  const pieces = pattern.toLowerCase().split('*')
  const first = pieces[0] ?? ''
  const last = pieces.at(-1) ?? ''
  const middle = pieces.slice(1, -1).filter((piece) => piece !== '')
  return {
    test(given) {
      const text = given.toLowerCase()
      if (!text.startsWith(first) || !text.endsWith(last)) return false
      let from = first.length
      const to = text.length - last.length
      for (const piece of middle) {
        const at = text.indexOf(piece, from)
        if (at < 0 || at + piece.length > to) return false
        from = at + piece.length
      }
      return from <= to
    },
  }
}
