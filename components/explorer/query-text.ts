import { readQueryText } from '@/lib/odata/query/query-text'

/** What an entity set is opened with. */
export const defaultOptions = '$top=50'

/** `text` with one more option at its end, or as it is where it has that option already. */
export function withOption(text: string, option: string): string {
  const name = option.slice(0, option.indexOf('='))
  if (readQueryText(text).options.some((known) => known.name === name)) return text
  return text.trim() === '' ? option : `${text.trim().replace(/&$/, '')}&${option}`
}
