const form = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/

/**
 * The digits of a JSON number as a whole number of `10 ** -scale`; undefined where it has more
 * decimals than that.
 */
export function toUnscaled(json: string, scale: number): bigint | undefined {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = form.exec(json) ?? []
  if (whole === '') return undefined
  const digits = (whole + fraction).replace(/0+$/, '')
  const dropped = whole.length + fraction.length - digits.length
  const zeros = scale + Number(exponent) - fraction.length + dropped
  if (digits === '') return 0n
  if (zeros < 0) return undefined
  const value = BigInt(digits) * 10n ** BigInt(zeros)
  return sign === '-' ? -value : value
}

const low = (1n << 64n) - 1n

/** A whole number as 16 bytes, most significant first, in two's complement. */
export function toBytes16(value: bigint): Uint8Array {
  const bytes = new Uint8Array(16)
  const view = new DataView(bytes.buffer)
  view.setBigInt64(0, value >> 64n)
  view.setBigUint64(8, value & low)
  return bytes
}
