import { z } from 'zod'
import { CatalogRunFacts } from '@/lib/contract/catalog-run'
import { Timestamp } from '@/lib/contract/ids'
import { Diagnosis } from '@/lib/diagnosis/diagnosis'
import { Failure } from '@/lib/diagnosis/failure'

/** One row of the service document. */
export const EntitySet = z.object({ name: z.string(), url: z.string() })
export type EntitySet = z.infer<typeof EntitySet>

/** `GET /api/connections/{id}/entity-sets?refresh=true` */
export const EntitySetList = z.object({
  entitySets: z.array(EntitySet),
  readAt: Timestamp,
})
export type EntitySetList = z.infer<typeof EntitySetList>

/** One page of rows, as F&O answers it; values stay as they came. */
export const EntityPage = z.object({
  '@odata.context': z.string().optional(),
  '@odata.count': z.number().optional(),
  '@odata.nextLink': z.string().optional(),
  value: z.array(z.record(z.string(), z.unknown())),
})
export type EntityPage = z.infer<typeof EntityPage>

/** How much a catalog holds. */
export const CatalogCounts = z.object({
  /** Of the $metadata document. */
  bytes: z.int().nonnegative(),
  sets: z.int().nonnegative(),
  /** Entity and complex types. */
  types: z.int().nonnegative(),
  enums: z.int().nonnegative(),
  properties: z.int().nonnegative(),
  operations: z.int().nonnegative(),
})
export type CatalogCounts = z.infer<typeof CatalogCounts>

/** A catalog that a connection has, or had. */
export const CatalogReading = z.object({
  /** SHA-256 of the $metadata document, in hex. */
  hash: z.string(),
  counts: CatalogCounts,
  firstReadAt: Timestamp,
  /** When the environment was last found to have it. */
  lastReadAt: Timestamp,
})
export type CatalogReading = z.infer<typeof CatalogReading>

/** `GET /api/connections/{id}/catalog`: the present one first, none where none was read yet. */
export const CatalogStatus = z.object({
  readings: z.array(CatalogReading),
  /** Null where it was never asked for. */
  lastRun: CatalogRunFacts.nullable(),
})
export type CatalogStatus = z.infer<typeof CatalogStatus>

/** One line of the NDJSON that `POST /api/connections/{id}/catalog` streams while it reads. */
export const CatalogEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('started'),
    /** Bytes to come, where the environment says how many. */
    bytesTotal: z.int().positive().nullable(),
  }),
  /** Somebody else is reading it: another tab, another server, the night. It ends with this. */
  z.object({ type: z.literal('busy') }),
  z.object({ type: z.literal('progress'), counts: CatalogCounts }),
  z.object({
    type: z.literal('finished'),
    reading: CatalogReading,
    /** Whether it differs from the one that the connection had before. */
    isNew: z.boolean(),
  }),
  /** It ended without a catalog; the one before is still the present one. */
  z.object({
    type: z.literal('failed'),
    title: z.string(),
    detail: z.string(),
    /** Where in the document it showed. */
    byteOffset: z.int().nonnegative().nullable(),
    diagnosis: Diagnosis.nullable(),
    failure: Failure.nullable(),
  }),
])
export type CatalogEvent = z.infer<typeof CatalogEvent>

/** One field of an entity, with what F&O says of it. */
export const CatalogField = z.object({
  name: z.string(),
  /** As CSDL writes it: `Edm.String`, `Microsoft.Dynamics.DataEntities.NoYes`. */
  type: z.string(),
  isKey: z.boolean(),
  nullable: z.boolean(),
  maxLength: z.int().nullable(),
  precision: z.int().nullable(),
  scale: z.int().nullable(),
  labelId: z.string().nullable(),
  helpTextId: z.string().nullable(),
  axType: z.string().nullable(),
  isRequired: z.boolean(),
  /** False where a change is refused. */
  allowEdit: z.boolean(),
  allowEditOnCreate: z.boolean(),
  /** The base type that declares it, where the entity's own does not. */
  inheritedFrom: z.string().nullable(),
})
export type CatalogField = z.infer<typeof CatalogField>

export const CatalogEnum = z.object({
  name: z.string(),
  isFlags: z.boolean(),
  members: z.array(
    z.object({ name: z.string(), value: z.string(), labelId: z.string().nullable() }),
  ),
})
export type CatalogEnum = z.infer<typeof CatalogEnum>

/** A way from one entity to another. */
export const CatalogRelation = z.object({
  name: z.string(),
  /** Qualified name of the type at the other end. */
  targetType: z.string(),
  /** The entity set there; null where the metadata binds none. */
  targetSet: z.string().nullable(),
  isCollection: z.boolean(),
  partner: z.string().nullable(),
  /** Pairs of a field here and the field there that equals it. */
  on: z.array(z.tuple([z.string(), z.string()])),
})
export type CatalogRelation = z.infer<typeof CatalogRelation>

export const CatalogOperation = z.object({
  kind: z.enum(['action', 'function']),
  /** Qualified. */
  name: z.string(),
  boundTo: z.enum(['row', 'collection']),
  /** Without the one that it is called on. */
  parameters: z.array(z.object({ name: z.string(), type: z.string(), nullable: z.boolean() })),
  returnType: z.string().nullable(),
})
export type CatalogOperation = z.infer<typeof CatalogOperation>

/** `GET /api/connections/{id}/catalog/entity-sets/{name}`: all that the metadata says of one. */
export const EntitySetDetail = z.object({
  /** Of the catalog that it comes from. */
  hash: z.string(),
  name: z.string(),
  type: z.string(),
  isSingleton: z.boolean(),
  isReadOnly: z.boolean(),
  labelId: z.string().nullable(),
  /** Names of the key's parts, in key order. */
  key: z.array(z.string()),
  fields: z.array(CatalogField),
  /** Those that its fields have. */
  enums: z.array(CatalogEnum),
  relations: z.array(CatalogRelation),
  operations: z.array(CatalogOperation),
})
export type EntitySetDetail = z.infer<typeof EntitySetDetail>
