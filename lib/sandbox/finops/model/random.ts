/** 32 well-mixed bits from two numbers; the same ones for ever (murmur3's finaliser). */
export function mix(first: number, second: number): number {
  let bits = (first ^ Math.imul(second, 0x9e3779b1)) >>> 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

/** 32 bits of a name (FNV-1a). */
export function saltOf(text: string): number {
  let bits = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    bits = Math.imul(bits ^ text.charCodeAt(at), 0x01000193)
  }
  return bits >>> 0
}

/** The item of `list` that falls to a row. */
export function pick<Item>(list: readonly [Item, ...Item[]], seed: number, salt: number): Item {
  return list[mix(seed, salt) % list.length] ?? list[0]
}

/** A whole number from `least` to `most`, both included. */
export function between(
  seed: number,
  salt: number,
  [least, most]: readonly [number, number],
): number {
  return least + (mix(seed, salt) % (most - least + 1))
}
