/** A query option, decoded. Their order is kept. */
export type Option = Readonly<{ name: string; value: string }>
export type Options = readonly Option[]

/** Reads a query as it stands in a URL. */
export function readOptions(query: string): Options {
  return [...new URLSearchParams(query)]
    .filter(([name]) => name !== '')
    .map(([name, value]) => ({ name, value }))
}

/** The options with `name` as its only value; at its place where it was there, else at the end. */
export function withOption(options: Options, name: string, value: string): Options {
  const at = options.findIndex((option) => option.name === name)
  if (at === -1) return [...options, { name, value }]
  return options.map((option, index) => (index === at ? { name, value } : option))
}

export function withoutOptions(options: Options, ...names: readonly string[]): Options {
  return options.filter((option) => !names.includes(option.name))
}

/** The options with this `$filter`; without one where it is empty. */
export function withFilter(options: Options, filter: string): Options {
  return filter === '' ? withoutOptions(options, '$filter') : withOption(options, '$filter', filter)
}

/** As a person types them: `$filter=Name eq 'x'&$top=1`. */
export function printOptions(options: Options): string {
  return options.map(({ name, value }) => `${name}=${value}`).join('&')
}

/** As a URL needs them; what OData writes all the time stays readable. */
export function toQuery(options: Options): string {
  return options.map(({ name, value }) => `${encode(name)}=${encode(value)}`).join('&')
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/%(?:24|2C|2F|3A|40)/g, decodeURIComponent)
}
