type File = Readonly<{
  fileName: string
  contentType: string
  bytes: number
  modifiedAt: Date
  read: (start: number, end: number) => ReadableStream<Uint8Array>
}>

/**
 * A file as a download, or the one part of it that was asked for, so that a download that broke
 * off can go on. Several ranges at once are answered with the whole.
 *
 * @see RFC 9110, 14.2 Range; RFC 6266 Content-Disposition
 */
export function fileAnswer(file: File, asked: Headers): Response {
  const etag = `"${file.bytes.toString(16)}-${file.modifiedAt.getTime().toString(16)}"`
  const headers = new Headers({
    'content-type': file.contentType,
    'content-disposition': dispositionOf(file.fileName),
    'accept-ranges': 'bytes',
    etag,
  })
  const range = isStillThis(asked, etag) ? rangeOf(asked.get('range'), file.bytes) : 'whole'
  if (range === 'none') {
    headers.set('content-range', `bytes */${file.bytes}`)
    return new Response(null, { status: 416, headers })
  }
  const [start, end] = range === 'whole' ? [0, file.bytes - 1] : range
  headers.set('content-length', String(end - start + 1))
  if (range !== 'whole') headers.set('content-range', `bytes ${start}-${end}/${file.bytes}`)
  const body = file.bytes === 0 ? null : file.read(start, end)
  return new Response(body, { status: range === 'whole' ? 200 : 206, headers })
}

function isStillThis(asked: Headers, etag: string): boolean {
  const condition = asked.get('if-range')
  return condition === null || condition === etag
}

function rangeOf(
  header: string | null,
  bytes: number,
): 'whole' | 'none' | readonly [start: number, end: number] {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (from === '' && to === '') return 'whole'
  const start = from === '' ? Math.max(0, bytes - Number(to)) : Number(from)
  const end = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1)
  if (from !== '' && to !== '' && Number(to) < start) return 'whole'
  return start > end ? 'none' : [start, end]
}

function dispositionOf(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\]/g, '_')
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
