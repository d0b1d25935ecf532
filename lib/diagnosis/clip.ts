/** The text, or its beginning with an ellipsis where it has more than `lengthMax` UTF-16 units. */
export function clip(text: string, lengthMax: number): string {
  return text.length <= lengthMax ? text : `${text.slice(0, lengthMax - 1)}…`
}
