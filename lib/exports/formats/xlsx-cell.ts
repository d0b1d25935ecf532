import type { Column } from '@/lib/exports/columns'
import { parseDay, parseMoment } from '@/lib/exports/moment'
import { textOf } from '@/lib/exports/row-cells'

/** Styles by their place in the workbook's list. */
export const styles = { plain: 0, header: 1, day: 2, moment: 3 } as const

/** Most characters that a cell may hold. @see Excel specifications and limits */
const charactersMax = 32_767
const dayMs = 86_400_000
/** What Excel keeps of a number. */
const digitsMax = 15

/** Writes cells of one column. */
export class XlsxColumn {
  readonly #letters: string
  readonly #type: string
  /** Texts that were longer than a cell can be. */
  cut = 0

  constructor(column: Column, index: number) {
    this.#letters = lettersOf(index)
    this.#type = column.type
  }

  /** The XML of a cell; nothing for no value. */
  toCell(json: string | undefined, line: number): string {
    if (json === undefined || json === 'null') return ''
    const at = `${this.#letters}${line}`
    switch (json.charCodeAt(0)) {
      case 0x22:
        return this.#ofText(textOf(json), at)
      case 0x7b:
      case 0x5b:
        return this.#text(json, at)
      case 0x74:
      case 0x66:
        return `<c r="${at}" t="b"><v>${json === 'true' ? 1 : 0}</v></c>`
      default:
        return significantDigits(json) > digitsMax
          ? this.#text(json, at)
          : `<c r="${at}"><v>${json}</v></c>`
    }
  }

  /** The XML of a cell that says `text`. */
  toHeader(text: string): string {
    return `<c r="${this.#letters}1" s="${styles.header}" t="inlineStr"><is>${element(text)}</is></c>`
  }

  #ofText(text: string, at: string): string {
    const serial = this.#serialOf(text)
    if (serial === undefined) return this.#text(text, at)
    const style = Number.isInteger(serial) ? styles.day : styles.moment
    return `<c r="${at}" s="${style}"><v>${serial}</v></c>`
  }

  #text(text: string, at: string): string {
    let shown = text
    if (text.length > charactersMax) {
      this.cut += 1
      shown = text.slice(0, charactersMax)
    }
    return `<c r="${at}" t="inlineStr"><is>${element(shown)}</is></c>`
  }

  #serialOf(text: string): number | undefined {
    if (this.#type === 'Edm.DateTimeOffset') {
      const moment = parseMoment(text)
      // A number of days could not tell a microsecond.
      return moment && moment.micros === 0 ? toSerial(moment.ms / dayMs) : undefined
    }
    if (this.#type !== 'Edm.Date') return undefined
    const day = parseDay(text)
    return day === undefined ? undefined : toSerial(day)
  }
}

const firstOfMarch1900 = Date.UTC(1900, 2, 1) / dayMs
const firstOf1900 = Date.UTC(1900, 0, 1) / dayMs
const firstOf10000 = Date.UTC(10_000, 0, 1) / dayMs

/**
 * Days since 1970 as a workbook counts them; undefined where it cannot. It holds 1900 for a leap
 * year, so there is one day fewer before March of it.
 */
function toSerial(days: number): number | undefined {
  if (days < firstOf1900 || days >= firstOf10000) return undefined
  const serial = days + 25_569 - (days < firstOfMarch1900 ? 1 : 0)
  // To the millisecond: what is beyond it is noise of the division.
  return Math.round(serial * 1e9) / 1e9
}

function significantDigits(json: string): number {
  const digits = json.split(/e/i, 1)[0] ?? ''
  return digits.replace(/[-.]/g, '').replace(/^0+/, '').replace(/0+$/, '').length
}

function lettersOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : lettersOf(Math.floor(index / 26) - 1) + letter
}

const unsafe =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
  /[&<>\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/**
 * Text as an element; characters that XML cannot hold are told by their number.
 *
 * @see ECMA-376, 22.9.2.19 ST_Xstring
 */
function element(text: string): string {
  const safe = text.replace(unsafe, (character) => {
    if (character === '&') return '&amp;'
    if (character === '<') return '&lt;'
    if (character === '>') return '&gt;'
    return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
  })
  return `<t xml:space="preserve">${safe}</t>`
}
