import type { Finding } from '@/lib/diagnosis/finding'
import { secretFindings } from '@/lib/diagnosis/findings-secret'
import { setupFindings } from '@/lib/diagnosis/findings-setup'
import { tokenFindings } from '@/lib/diagnosis/findings-token'
import { trustFindings } from '@/lib/diagnosis/findings-trust'
import { type FindingTexts, type Rule, rulesOf } from '@/lib/diagnosis/rule'

const texts = { ...setupFindings, ...secretFindings, ...tokenFindings, ...trustFindings }

/** Name of something that the chain can find by itself. */
export type FindingId = keyof typeof texts

/** A finding that has its texts. */
export type KnownFinding = Finding<FindingId>

/** What the proof chain finds by itself: no upstream said it, but facts show it. */
export const findingRules: readonly Rule[] = rulesOf(
  {},
  Object.entries<FindingTexts['proof.x']>(texts).map(([id, text]) => ({
    ...text,
    id,
    match: { where: ['fivestep'], finding: id },
  })),
)
