import { ConnectionError } from '@/lib/connections/errors'
import type { Cloud } from '@/lib/steps/cloud'
import { type ParsedEnvironmentUrl, parseEnvironmentUrl } from '@/lib/steps/environment-url'

/** An address that can be used. @throws {ConnectionError} `bad_address`, with what to paste instead */
export function readAddress(text: string): Extract<ParsedEnvironmentUrl, { ok: true }> {
  const parsed = parseEnvironmentUrl(text)
  if (!parsed.ok) throw new ConnectionError('bad_address', `${parsed.reason} ${parsed.hint}`)
  return parsed
}

/**
 * Origin of a custom authority, or null for a cloud that has its own.
 *
 * @throws {ConnectionError} `bad_address` when `cloud` is `custom` and `text` is no https address
 */
export function readAuthority(cloud: Cloud, text: string | null): string | null {
  if (cloud !== 'custom') return null
  if (text === null || !URL.canParse(text) || new URL(text).protocol !== 'https:') {
    throw new ConnectionError(
      'bad_address',
      'A custom authority needs its https address, such as https://adfs.corp.example.',
    )
  }
  return new URL(text).origin
}
