import { UpstreamError } from '@/lib/catalog/errors'
import type { CatalogEvent } from '@/lib/contract/catalog'
import type { Context } from '@/lib/log/context'
import { CsdlError } from '@/lib/odata/csdl/csdl-error'

/** The end of a reading that brought no catalog, for whatever reason. */
export function toFailed(ctx: Context, error: unknown): Extract<CatalogEvent, { type: 'failed' }> {
  if (error instanceof CsdlError) {
    return {
      type: 'failed',
      title: 'What the environment sent is no complete metadata',
      detail: error.reason,
      byteOffset: error.byteOffset,
      diagnosis: null,
      failure: null,
    }
  }
  if (error instanceof UpstreamError) {
    const { diagnosis, failure } = error
    const { title, cause } = diagnosis
    return { type: 'failed', title, detail: cause, byteOffset: null, diagnosis, failure }
  }
  if (!ctx.signal.aborted) ctx.log.error({ err: error }, 'a catalog could not be read')
  return {
    type: 'failed',
    title: ctx.signal.aborted ? 'The reading was cancelled' : 'The catalog could not be kept',
    detail: `The catalog that was there before is still in use. Request ${ctx.requestId}.`,
    byteOffset: null,
    diagnosis: null,
    failure: null,
  }
}
