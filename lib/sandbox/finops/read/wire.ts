/** How much OData metadata the answer carries, and whether 64-bit numbers are texts. */
export type Wire = Readonly<{
  metadata: 'full' | 'minimal' | 'none'
  isIeee754Compatible: boolean
}>

/**
 * What the caller wants, by `$format` or by `Accept`: `application/json;odata.metadata=full`.
 *
 * @see OData JSON format 3
 */
export function wireOf(request: Request, format: string | undefined): Wire {
  const asked = `${format ?? ''} ${request.headers.get('accept') ?? ''}`
  const metadata = /odata\.metadata=(full|minimal|none)/i.exec(asked)?.[1]?.toLowerCase()
  return {
    metadata: metadata === 'full' || metadata === 'none' ? metadata : 'minimal',
    isIeee754Compatible: /IEEE754Compatible=true/i.test(asked),
  }
}

export function contentTypeOf(wire: Wire): string {
  const longs = wire.isIeee754Compatible ? '; IEEE754Compatible=true' : ''
  return `application/json; odata.metadata=${wire.metadata}; odata.streaming=true${longs}; charset=utf-8`
}
