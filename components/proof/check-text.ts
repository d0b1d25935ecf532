import { statusWord } from '@/components/ui/status-icon'
import type { Check } from '@/lib/contract/proof'

/** A check with all that it found, as text for a ticket or a chat. */
export function toCheckText(check: Check): string {
  return [
    `${check.title}: ${statusWord(check.verdict)}`,
    check.summary,
    ...(check.diagnosis && check.diagnosis.title !== check.summary.replace(/\.$/, '')
      ? [check.diagnosis.title]
      : []),
    ...check.evidence.map(({ label, value }) => `${label}: ${value}`),
    `Took: ${Math.round(check.tookMs)} ms`,
  ].join('\n')
}
