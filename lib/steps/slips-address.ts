import { parseEnvironmentUrl } from '@/lib/steps/environment-url'
import { isPlaceholder, placeholderSlip, type Slip } from '@/lib/steps/slip'

/** Slips in the environment's address: only what can't be put right by itself. */
export function findAddressSlips(value: string): Slip[] {
  if (value.trim() === '') return []
  if (isPlaceholder(value)) return [placeholderSlip('the address of your environment')]
  const parsed = parseEnvironmentUrl(value)
  if (parsed.ok) return []
  return [{ code: parsed.code, message: parsed.reason, fix: parsed.hint, certain: true }]
}

/** Dynamics ERP itself as the audience works too, so it is not taken for a slip. */
const dynamicsErp = /^(api:\/\/)?00000015-0000-0000-c000-000000000000$/i

/**
 * Slips in an OAuth resource, which has to be the environment's bare origin.
 *
 * @see facts: a slash at the end stays in the token's `aud`, and F&O refuses the token
 */
export function findResourceSlips(value: string): Slip[] {
  const text = value.trim()
  if (text === '' || dynamicsErp.test(text)) return []
  if (isPlaceholder(text)) return [placeholderSlip('the address of your environment')]
  const parsed = parseEnvironmentUrl(text.replace(/\/+\.default$/i, ''))
  if (!parsed.ok) {
    return [{ code: parsed.code, message: parsed.reason, fix: parsed.hint, certain: true }]
  }
  if (parsed.url === value) return []
  return [resourceSlip(text, parsed.url)]
}

function resourceSlip(text: string, suggestion: string): Slip {
  const [code, message] = tellApart(text)
  const fix = `Use ${suggestion}: https, small letters, no slash at the end, no path.`
  return { code, message, fix, certain: true, suggestion }
}

function tellApart(text: string): readonly [string, string] {
  if (/\/\.default$/i.test(text)) {
    return ['resource_is_scope', 'This is a scope; the resource is the part before /.default.']
  }
  if (/^https?:\/\/[^/]+\/data(\/|\?|$)/i.test(text)) {
    return ['resource_has_data', 'This is the address of OData; the resource ends before /data.']
  }
  if (/^https?:\/\/[^/]+\/+$/i.test(text)) {
    return ['resource_has_slash', 'The slash at the end makes a token that F&O refuses.']
  }
  if (/^http:\/\//i.test(text)) return ['resource_not_https', 'The resource begins with https.']
  if (/^https:\/\/[^/?#]+$/.test(text) && text !== text.toLowerCase()) {
    return ['resource_has_capitals', 'F&O compares the resource letter by letter, in small ones.']
  }
  return ['resource_has_more', 'The resource is only the address of the environment, no more.']
}
