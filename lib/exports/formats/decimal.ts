const form = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/

/**
 * The digits of a JSON number as a whole number of `10 ** -scale`; undefined where it has more
 * decimals than that.
 */
export function toUnscaled(json: string, scale: number): bigint | undefined {
  return shortUnscaled(json, scale) ?? longUnscaled(json, scale)
}

const digitsMax = 15
const powers = Array.from({ length: 39 }, (_, exponent) => 10n ** BigInt(exponent))
const [dot, zero, nine] = [0x2e, 0x30, 0x39]

/** A number whose digits a JavaScript number holds, as almost all are; undefined for any other. */
function shortUnscaled(json: string, scale: number): bigint | undefined {
  const isNegative = json.startsWith('-')
  const from = isNegative ? 1 : 0
  const point = json.indexOf('.')
  const decimals = point === -1 ? 0 : json.length - point - 1
  const power = powers[scale - decimals]
  const isEmpty = point === from || point === json.length - 1 || json.length === from
  if (power === undefined || isEmpty || json.length - from > digitsMax) return undefined
  const digits = digitsOf(json, { from, point })
  return digits === undefined ? undefined : BigInt(isNegative ? -digits : digits) * power
}

/** The digits as one number; undefined where there is anything but them and the point. */
function digitsOf(
  json: string,
  { from, point }: Readonly<{ from: number; point: number }>,
): number | undefined {
  let digits = 0
  for (let at = from; at < json.length; at += 1) {
    const code = json.charCodeAt(at)
    if (code >= zero && code <= nine) digits = digits * 10 + code - zero
    else if (code !== dot || at !== point) return undefined
  }
  return digits
}

function longUnscaled(json: string, scale: number): bigint | undefined {
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

const scratch = new DataView(new ArrayBuffer(16))

/** A whole number as 16 bytes, most significant first, in two's complement. */
export function toBytes16(value: bigint): Uint8Array {
  scratch.setBigInt64(0, value >> 64n)
  // It takes the lowest 64 bits by itself.
  scratch.setBigUint64(8, value)
  return new Uint8Array(scratch.buffer.slice(0))
}
