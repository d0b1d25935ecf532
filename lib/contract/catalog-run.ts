import { z } from 'zod'
import { Timestamp } from '@/lib/contract/ids'
import { Diagnosis } from '@/lib/diagnosis/diagnosis'
import { Failure } from '@/lib/diagnosis/failure'

/** How a reading of a catalog ended. */
export const CatalogOutcome = z.discriminatedUnion('how', [
  z.object({ how: z.literal('read'), isNew: z.boolean() }),
  z.object({
    how: z.literal('failed'),
    title: z.string(),
    detail: z.string(),
    byteOffset: z.int().nonnegative().nullable(),
    diagnosis: Diagnosis.nullable(),
    failure: Failure.nullable(),
  }),
])
export type CatalogOutcome = z.infer<typeof CatalogOutcome>

/** The newest reading of a connection's catalog, whoever asked for it. */
export const CatalogRunFacts = z.object({
  /** Whether the server read it by itself. */
  byNight: z.boolean(),
  isUnderWay: z.boolean(),
  startedAt: Timestamp,
  finishedAt: Timestamp.nullable(),
  /** Null while it is under way, and where nobody waited for its end. */
  outcome: CatalogOutcome.nullable(),
})
export type CatalogRunFacts = z.infer<typeof CatalogRunFacts>
