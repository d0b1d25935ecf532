import type { ParquetColumn } from '@/lib/exports/formats/parquet-columns'

type Value = ReturnType<ParquetColumn['toValue']>

/** After so many values it is known whether a column says the same again and again. */
const trial = 2000

/**
 * Remembers what the values of a column are made into: most columns of F&O say the same few things in
 * many rows, and the dictionary of Parquet then meets the same thing, not an equal one.
 */
export class ValueMemo {
  readonly #column: ParquetColumn
  readonly #known = new Map<string, Value>()
  #asked = 0
  #isWorthIt = true

  constructor(column: ParquetColumn) {
    this.#column = column
  }

  /** @throws {ValueError} for a value that is not of the column's type */
  valueOf(json: string | undefined): Value {
    if (json === undefined || !this.#isWorthIt) return this.#column.toValue(json)
    const known = this.#known.get(json)
    if (known !== undefined) return known
    const value = this.#column.toValue(json)
    this.#known.set(json, value)
    this.#asked += 1
    if (this.#asked === trial) this.#isWorthIt = false
    return value
  }

  /** Lets go of the rows that what is remembered was cut out of. */
  clear(): void {
    this.#known.clear()
    this.#asked = 0
    this.#isWorthIt = true
  }
}
