import type { CsdlErrorCode } from '@/lib/odata/csdl/csdl-error'

/**
 * One piece of a catalog, found by its kind and name.
 *
 * A `block` holds many things by `<kind> <name>`, and the `directory` tells which block holds
 * which. `search` and `whole` are single ones without a name.
 */
export type PartKind = 'block' | 'directory' | 'search' | 'whole'

/** `body` is JSON, deflated (RFC 1951). */
export type CatalogPart = Readonly<{ kind: PartKind; name: string; body: Uint8Array<ArrayBuffer> }>

/**
 * What is found in blocks: `set` is a `CsdlResource` by its name, `type` a `CsdlType` by its
 * qualified name, `operations` the `CsdlOperation`s bound to a type, by its name; those bound to
 * none have an empty one.
 */
export type ThingKind = 'set' | 'type' | 'operations'

/** Of each thing, the number of its block. */
export type Directory = Readonly<Record<ThingKind, Readonly<Record<string, number>>>>

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
  | Readonly<{ type: 'part'; part: CatalogPart }>
  | Readonly<{ type: 'done'; hash: string; counts: CatalogCounts }>
  | Readonly<{ type: 'refused'; code: CsdlErrorCode; reason: string; byteOffset: number }>
