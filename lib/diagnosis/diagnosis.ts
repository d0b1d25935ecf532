import { z } from 'zod'
import { InfologMessage } from '@/lib/diagnosis/infolog'
import { Role, StepId } from '@/lib/steps/step'

/** How sure a diagnosis is; `possible` is shown as a guess, never as a finding. */
export const Confidence = z.enum(['certain', 'likely', 'possible'])
export type Confidence = z.infer<typeof Confidence>

/** A page that a person can open to mend it: absolute for Microsoft's, a path for the app's own. */
export const Link = z.object({ label: z.string(), href: z.string() })
export type Link = z.infer<typeof Link>

/** What a failure means: the step it belongs to, why, how to mend it and who can. */
export const Diagnosis = z.object({
  rule: z.string(),
  /** Null where no step is to blame: the network, a policy, an outage, the query itself. */
  step: StepId.nullable(),
  title: z.string(),
  cause: z.string(),
  fix: z.array(z.string()).min(1),
  who: Role,
  links: z.array(Link),
  confidence: Confidence,
  /** True where the same call may succeed a little later with nothing changed. */
  mayHealByWaiting: z.boolean(),
  /** What X++ itself said, in its order; left out where it said nothing. */
  infolog: z.array(InfologMessage).optional(),
})
export type Diagnosis = z.infer<typeof Diagnosis>
