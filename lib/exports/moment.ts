const form =
  /^(\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}(?::\d{2})?)(?:\.(\d{1,12}))?([Zz]|[+-]\d{2}:\d{2})$/

/** A moment in time; what is smaller than a microsecond is cut off. */
export type Moment = Readonly<{ ms: number; micros: number }>

/** Reads an Edm.DateTimeOffset; undefined for what is none. */
export function parseMoment(text: string): Moment | undefined {
  const [, whole, fraction = '', zone] = form.exec(text) ?? []
  if (whole === undefined || zone === undefined) return undefined
  const startMs = Date.parse(`${whole}${zone}`.toUpperCase())
  if (Number.isNaN(startMs)) return undefined
  const micros = Number(fraction.padEnd(6, '0').slice(0, 6))
  return { ms: startMs + Math.floor(micros / 1000), micros: micros % 1000 }
}

/** Days from 1970-01-01 to an Edm.Date; undefined for what is none. */
export function parseDay(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const ms = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(ms) ? undefined : ms / 86_400_000
}
