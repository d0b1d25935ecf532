import { warnedFinding } from '@/lib/proof/failed-by'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import type { CheckScope } from '@/lib/proof/scope'

const skewSecondsMax = 60

/** This server's clock agrees with the environment's. */
export async function checkClock(scope: CheckScope): Promise<CheckOutcome> {
  const { challenge, challengedAt } = scope.found
  const date = challenge?.headers.date
  const theirs = date === undefined ? Number.NaN : Date.parse(date)
  if (!challengedAt || Number.isNaN(theirs)) {
    return {
      verdict: 'skipped',
      summary: 'The environment does not tell its time.',
      evidence: [],
    }
  }
  const seconds = Math.round((challengedAt.getTime() - theirs) / 1000)
  const facts = evidence({ 'Their clock': new Date(theirs).toISOString(), 'Apart (s)': seconds })
  if (Math.abs(seconds) > skewSecondsMax) {
    const told = `${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} the environment’s`
    const finding = { id: 'proof.clock-skew', facts: { seconds: told } } as const
    return warnedFinding(scope, finding, { evidence: facts })
  }
  return { verdict: 'passed', summary: 'The clocks agree.', evidence: facts }
}
