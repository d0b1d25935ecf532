import type { CsdlErrorCode } from '@/lib/odata/csdl/csdl-error'

/**
 * One piece of a catalog, found by its kind and name:
 * `set` is a {@link CsdlResource} by its name, `type` a {@link CsdlType} by its qualified name,
 * `operations` the {@link CsdlOperation}s bound to a type (by its name; empty for the unbound ones),
 * `search` and `whole` are single ones with no name.
 */
export type PartKind = 'set' | 'type' | 'operations' | 'search' | 'whole'

/** `body` is JSON, deflated (RFC 1951). */
export type CatalogPart = Readonly<{ kind: PartKind; name: string; body: Uint8Array<ArrayBuffer> }>

export type CatalogCounts = Readonly<{
  bytes: number
  sets: number
  types: number
  enums: number
  properties: number
  operations: number
}>

/** Said to the worker. Chunks are handed over, not copied. */
export type ToWorker =
  | Readonly<{ type: 'chunk'; chunk: Uint8Array<ArrayBuffer> }>
  | Readonly<{ type: 'end' }>

/** Said by the worker. One `taken` answers each chunk, so that no more are sent than it can take. */
export type FromWorker =
  | Readonly<{ type: 'taken'; counts: CatalogCounts }>
  | Readonly<{ type: 'parts'; parts: readonly CatalogPart[] }>
  | Readonly<{ type: 'done'; hash: string; counts: CatalogCounts }>
  | Readonly<{ type: 'refused'; code: CsdlErrorCode; reason: string; byteOffset: number }>
