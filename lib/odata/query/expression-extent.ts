import type { Expression } from '@/lib/odata/filter'
import type { Span } from '@/lib/odata/query/query-text'
import { closingOf } from '@/lib/odata/split'
import { tokenize } from '@/lib/odata/tokens'

/** Tells where a node of a parsed filter begins and ends in its text; parentheses around it do not count. */
export type ExtentOf = (node: Expression) => Span

/** @throws {ODataSyntaxError} as `tokenize` does */
export function extentsIn(text: string): ExtentOf {
  const lengths = new Map(tokenize(text).map((token) => [token.at, token.text.length]))
  const wordEnd = (at: number) => at + (lengths.get(at) ?? 1)
  const extent: ExtentOf = (node) => ({ from: startOf(node), to: endOf(node) })

  const endOf = (node: Expression): number => {
    switch (node.kind) {
      case 'literal':
        return wordEnd(node.at)
      case 'path':
      case 'lambda':
        return endOfPath(text, node.at)
      case 'not':
      case 'negate':
        return endOf(node.operand)
      case 'binary':
        return endOf(node.right)
      case 'list':
      case 'record': {
        const closing = closingOf(text, node.at)
        return closing === -1 ? text.length : closing + 1
      }
    }
  }
  return extent
}

function startOf(node: Expression): number {
  return node.kind === 'binary' ? startOf(node.left) : node.at
}

/** Names, slashes and the parentheses of calls, as far as they hang together. */
function endOfPath(text: string, from: number): number {
  let at = from
  while (at < text.length && /[^\s,;:()[\]{}=*]/.test(text.charAt(at))) {
    at += 1
    if (text[at] !== '(') continue
    const closing = closingOf(text, at)
    at = closing === -1 ? text.length : closing + 1
  }
  return at
}
