import { isIP } from 'node:net'

/**
 * The address that a request came from: the last one of `X-Forwarded-For`, which the nearest proxy
 * has written, or Next itself where there is none. What stands before it anybody can make up.
 */
export function addressOf(headers: Headers): string | undefined {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
  return last !== undefined && isIP(last) !== 0 ? last : undefined
}
