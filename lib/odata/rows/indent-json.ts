const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/gs
const isOpen = (part: string) => part === '{' || part === '['
const isClose = (part: string) => part === '}' || part === ']'

/**
 * Lays out JSON with a member a line, without reading its values: digits, escapes and the order of
 * members stay as they are. It may be a part of a text that is `depth` brackets deep where it begins.
 */
export function indentJson(text: string, depth = 0): string {
  const out: string[] = []
  let inner = depth
  let before = ''
  for (const [part] of text.matchAll(token)) {
    if (isClose(part)) inner -= 1
    if (startsLine(before, part)) out.push('\n', '  '.repeat(Math.max(0, inner)))
    out.push(part === ':' ? ': ' : part)
    if (isOpen(part)) inner += 1
    before = part
  }
  return out.join('')
}

function startsLine(before: string, part: string): boolean {
  return isClose(part) ? !isOpen(before) : before === ',' || isOpen(before)
}
