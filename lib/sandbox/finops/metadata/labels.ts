/** A label id of the practice label file, in the shape of F&O's: `@Practice:CustomerAccount`. */
export function labelIdOf(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '')
  return `@Practice:${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}`
}
