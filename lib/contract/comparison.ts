import { z } from 'zod'
import { ProofId, Timestamp } from '@/lib/contract/ids'
import { CheckVerdict, ProofSummary } from '@/lib/contract/proof'
import { StepId } from '@/lib/steps/step'

/** A fact that two runs found differently; null where only the other run found it. */
export const FactChange = z.object({
  /** What it is, for a person: "the mapped user". */
  name: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type FactChange = z.infer<typeof FactChange>

/** How one link ended in one of two runs. */
export const LinkSide = z.object({
  verdict: CheckVerdict,
  /** The title of its diagnosis, or its summary. */
  says: z.string(),
})
export type LinkSide = z.infer<typeof LinkSide>

/** One link of the chain that two runs saw differently. */
export const LinkChange = z.object({
  checkId: z.string(),
  step: StepId,
  title: z.string(),
  /** Null where that run did not have the link at all. */
  before: LinkSide.nullable(),
  after: LinkSide.nullable(),
  facts: z.array(FactChange),
  /** Present where the two times are grossly apart. */
  took: z.object({ beforeMs: z.number(), afterMs: z.number() }).nullable(),
})
export type LinkChange = z.infer<typeof LinkChange>

/** Something that somebody changed in Fivestep between two runs. */
export const ConfigurationChange = z.object({
  at: Timestamp,
  who: z.string(),
  /** What they did, as it follows their name: "changed the client id". */
  what: z.string(),
  /** What of the connection it was: `clientId`, `tenantId`, `secret` and so on. */
  fields: z.array(z.string()),
})
export type ConfigurationChange = z.infer<typeof ConfigurationChange>

/** What is different between two runs of one connection, the older one first. */
export const Comparison = z.object({
  before: ProofSummary,
  after: ProofSummary,
  /** All of it in a sentence or two that a manager understands. */
  headline: z.string(),
  links: z.array(LinkChange),
  configuration: z.array(ConfigurationChange),
})
export type Comparison = z.infer<typeof Comparison>

/** `GET /api/connections/{id}/proofs/{proofId}/changes?since=<proofId>` */
export const ProofChangesQuery = z.object({
  /** The run to compare with; the last one before it that passed when left out. */
  since: ProofId.optional(),
})
export type ProofChangesQuery = z.infer<typeof ProofChangesQuery>

/** `comparison` is null where no run before has passed, so that there is nothing to compare with. */
export const ProofChanges = z.object({ comparison: Comparison.nullable() })
export type ProofChanges = z.infer<typeof ProofChanges>
