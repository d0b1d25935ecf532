/** Markup that is safe to send: whatever was put into it has been escaped. */
export type Html = Readonly<{ markup: string }>

/** What may stand in a template: text is escaped, markup is not, nothing is left out. */
export type Part = Html | string | number | null | undefined | false | readonly Part[]

/** Builds markup; every interpolated text is escaped, in content and in quoted attributes alike. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const pieces = strings.map((text, index) => text + render(parts[index]))
  return { markup: pieces.join('') }
}

/** `name="value"` attributes, those that are undefined or false left out. */
export function attributes(values: Readonly<Record<string, string | boolean | undefined>>): Html {
  const set = Object.entries(values).filter(([, value]) => value !== undefined && value !== false)
  return {
    markup: set
      .map(([name, value]) =>
        value === true ? ` ${name}` : ` ${name}="${escapeText(String(value))}"`,
      )
      .join(''),
  }
}

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (typeof part === 'string') return escapeText(part)
  if (typeof part === 'number') return String(part)
  if ('markup' in part) return part.markup
  return part.map(render).join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
}
