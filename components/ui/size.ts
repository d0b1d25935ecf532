/** A number of bytes in the unit that keeps it short: `812 B`, `14.2 KiB`, `9.7 MiB`. */
export function toSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const kib = bytes / 1024
  return kib < 1024 ? `${kib.toFixed(1)} KiB` : `${(kib / 1024).toFixed(1)} MiB`
}
