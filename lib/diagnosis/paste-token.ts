import { z } from 'zod'

const Claims = z.record(z.string(), z.unknown())
const tokenLengthMax = 20_000
const placesMax = 20

/**
 * The claims of the first access token in a text, or undefined. The signature is not checked and
 * nothing of the token is kept: the claims tell whom it was for, by whom, and until when.
 */
export function claimsIn(text: string): Record<string, unknown> | undefined {
  const payload = findPayload(text)
  if (payload === undefined) return undefined
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (sign) =>
      sign.charCodeAt(0),
    )
    const claims = Claims.safeParse(JSON.parse(new TextDecoder().decode(bytes)))
    return claims.success ? claims.data : undefined
  } catch {
    // Cut off or made up: then it tells nothing.
    return undefined
  }
}

function findPayload(text: string): string | undefined {
  let at = text.indexOf('eyJ')
  for (let place = 0; place < placesMax && at >= 0; place++) {
    const payload = /^[\w-]+\.(eyJ[\w-]+)/.exec(text.slice(at, at + tokenLengthMax))?.[1]
    if (payload !== undefined) return payload
    at = text.indexOf('eyJ', at + 3)
  }
  return undefined
}
