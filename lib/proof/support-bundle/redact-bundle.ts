import { redactText } from '@/lib/diagnosis/redact'
import { redact } from '@/lib/http/redact'

const blank = '[redacted]'

/** What stands under such a name is nobody's business, whatever it looks like. */
const secretName =
  /secret|passw|passphrase|token|assertion|cookie|authorization|api[_-]?key|private[_-]?key/i

/** A sentence, a date or a kind under such a name is no secret; one long run of signs is. */
const secretValue = /^\S{8,}$/

/**
 * The same value with every text in it, names of fields too, rid of what looks like a token, a
 * secret, a password, a cookie or a key, and of each of `secrets` in whatever form it stands.
 */
export function redactDeep<T>(value: T, secrets: readonly string[]): T {
  return clean(value, (text) => redactText(redact(text, secrets))) as T
}

function clean(value: unknown, blanked: (text: string) => string): unknown {
  if (typeof value === 'string') return blanked(value)
  if (Array.isArray(value)) return value.map((item) => clean(item, blanked))
  if (value === null || typeof value !== 'object') return value
  // An evidence's name is beside its value, not before it.
  const label = 'label' in value && typeof value.label === 'string' ? value.label : ''
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const isNamed = secretName.test(name) || (name === 'value' && secretName.test(label))
      const isBare = typeof item === 'string' && secretValue.test(item) && !isDay(item)
      return [blanked(name), isNamed && isBare ? blank : clean(item, blanked)]
    }),
  )
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(text)
}
