/*
 * Text as a literal of each language. Whatever the text is, the literal ends where it should, holds
 * no line break, and stands for exactly that text.
 */

/** A word for a POSIX shell, which expands nothing between single quotes. It cannot hold NUL. */
export function quoteShell(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}

/** Invisible signs, and those that turn the reading direction: code is to look like what it does. */
const unseen =
  /[\u007f-\u00a0\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]/g

/** A literal of JavaScript, TypeScript, Python, C# and JSON: all five read these escapes alike. */
export function quoteDouble(text: string): string {
  return JSON.stringify(text).replace(unseen, (sign) => `\\u${toHex4(sign)}`)
}

/**
 * A single-quoted string of PowerShell; other than plain ASCII is unescaped when it runs, so that it
 * does not matter in which encoding the file was saved.
 */
export function quotePowerShell(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return single(text)
  const escaped = text.replace(/[^\x20-\x5b\x5d-\x7e]/g, (sign) => `\\u${toHex4(sign)}`)
  return `[regex]::Unescape(${single(escaped)})`
}

function single(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/**
 * A text literal of Power Query M.
 *
 * @see https://learn.microsoft.com/powerquery-m/m-spec-lexical-structure, character escape sequences
 */
export function quoteM(text: string): string {
  const escaped = text
    .replaceAll('#(', '#(#)(')
    .replaceAll('"', '""')
    .replace(/\p{Cc}/gu, (sign) => `#(${toHex4(sign)})`)
    .replace(unseen, (sign) => `#(${toHex4(sign)})`)
  return `"${escaped}"`
}

function toHex4(sign: string): string {
  return sign.charCodeAt(0).toString(16).padStart(4, '0')
}
