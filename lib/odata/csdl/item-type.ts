/** `Collection(Edm.String)` -> `Edm.String`; any other type as it is. */
export function itemType(type: string): string {
  return /^Collection\((.*)\)$/.exec(type)?.[1] ?? type
}
