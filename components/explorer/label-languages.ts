/** Languages that F&O is translated into, as its labels name them. */
const translated = [
  'ar',
  'cs',
  'da',
  'de',
  'de-at',
  'de-ch',
  'en-au',
  'en-ca',
  'en-gb',
  'en-ie',
  'en-in',
  'en-my',
  'en-nz',
  'en-sg',
  'en-us',
  'en-za',
  'es',
  'es-mx',
  'et',
  'fi',
  'fr',
  'fr-be',
  'fr-ca',
  'fr-ch',
  'hu',
  'is',
  'it',
  'it-ch',
  'ja',
  'lt',
  'lv',
  'nb-no',
  'nl',
  'nl-be',
  'pl',
  'pt-br',
  'ru',
  'sv',
  'th',
  'tr',
  'zh-hans',
] as const

export type LanguageOption = Readonly<{ value: string; label: string }>

const names = new Intl.DisplayNames(['en'], { type: 'language' })

/**
 * The languages to choose from: the environment's own first, then all others by name. `chosen`
 * is among them whatever it is.
 */
export function languageOptions(own: string | null, chosen: string): readonly LanguageOption[] {
  const others = new Set<string>([...translated, chosen])
  if (own !== null) others.delete(own)
  const rest = [...others].map((value) => ({ value, label: languageName(value) }))
  rest.sort((one, other) => one.label.localeCompare(other.label, 'en'))
  if (own === null) return rest
  return [{ value: own, label: `${languageName(own)}, as the environment` }, ...rest]
}

/** `de-at` -> `Austrian German`; what the browser does not know stays as it is. */
export function languageName(language: string): string {
  try {
    return names.of(language) ?? language
  } catch {
    // A language that is written in no way that a browser knows.
    return language
  }
}
