/** How the console is lit; `system` follows the device. */
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/**
 * Where the choice is kept. A cookie, since the server must write `data-theme` into the first
 * byte of the page: a script that sets it later flashes, and needs a hole in the content policy.
 */
export const themeCookie = 'fivestep-theme'

/** The theme that a cookie's value names; anything else is `system`. */
export function parseTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? 'system'
}

/** What `data-theme` of the page's root holds; absent, the device decides. */
export function themeAttribute(theme: Theme): Readonly<{ 'data-theme'?: 'light' | 'dark' }> {
  return theme === 'system' ? {} : { 'data-theme': theme }
}
