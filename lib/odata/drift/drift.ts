import { z } from 'zod'

/** What a change is about. `entity-set` stands for singletons too, `type` for complex types. */
export const DriftKind = z.enum([
  'entity-set',
  'field',
  'relation',
  'operation',
  'enum',
  'member',
  'type',
])
export type DriftKind = z.infer<typeof DriftKind>

export const DriftVerb = z.enum(['added', 'removed', 'changed'])
export type DriftVerb = z.infer<typeof DriftVerb>

/** One thing that is said otherwise than before; null where it was not said, or is not any more. */
export const DriftFact = z.object({
  fact: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** True where what worked before may fail because of it. */
  isBreaking: z.boolean(),
})
export type DriftFact = z.infer<typeof DriftFact>

/** One difference between two catalogs. */
export const DriftChange = z.object({
  kind: DriftKind,
  verb: DriftVerb,
  /** The entity set that it is found in, the qualified name of a type or enum, or empty. */
  owner: z.string(),
  /** Of the field, member, relation or operation; of the owner itself, its own name. */
  name: z.string(),
  /** What is different, or for what was added and removed, what it is. */
  facts: z.array(DriftFact),
  isBreaking: z.boolean(),
  /** True where it touches what the caller uses. */
  isUsed: z.boolean(),
})
export type DriftChange = z.infer<typeof DriftChange>

/** How many of each there are, whether they are told one by one or not. */
export const DriftCounts = z.object({
  added: z.int().nonnegative(),
  removed: z.int().nonnegative(),
  changed: z.int().nonnegative(),
  breaking: z.int().nonnegative(),
  used: z.int().nonnegative(),
})
export type DriftCounts = z.infer<typeof DriftCounts>

/** All differences between two catalogs: what is used first, then what breaks, then the rest. */
export const Drift = z.object({
  counts: DriftCounts,
  changes: z.array(DriftChange),
  /** How many were counted and not told, because they were too many. */
  untold: z.int().nonnegative(),
})
export type Drift = z.infer<typeof Drift>
