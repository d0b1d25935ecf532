import { RequestError } from '@/app/api/problems'

/**
 * The body of `request` as text.
 *
 * @throws {RequestError} `body_too_large` as soon as more than `bytesMax` bytes have come
 */
export async function readText(request: Request, bytesMax: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > bytesMax) {
      throw bodyTooLarge(bytesMax)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** What whoever sends more than `bytesMax` bytes is told. */
export function bodyTooLarge(bytesMax: number): RequestError {
  return new RequestError(`At most ${bytesMax} bytes are read.`, { code: 'body_too_large' })
}
