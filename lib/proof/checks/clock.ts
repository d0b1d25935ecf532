import { warnedFinding } from '@/lib/proof/failed-by'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import type { CheckScope, Found } from '@/lib/proof/scope'

const skewSecondsMax = 60

type Clock = Readonly<{ whose: string; theirs: Date; secondsAhead: number }>

/** This server's clock agrees with the environment's and with that of the sign-in authority. */
export async function checkClock(scope: CheckScope): Promise<CheckOutcome> {
  const clocks = clocksOf(scope.found)
  const [worst] = clocks.toSorted((a, b) => Math.abs(b.secondsAhead) - Math.abs(a.secondsAhead))
  if (!worst) {
    return {
      verdict: 'skipped',
      summary: 'Neither the environment nor the sign-in authority tells its time.',
      evidence: [],
    }
  }
  const facts = evidence(Object.fromEntries(clocks.flatMap(linesOf)))
  if (Math.abs(worst.secondsAhead) > skewSecondsMax) {
    const direction = worst.secondsAhead > 0 ? 'ahead of' : 'behind'
    const seconds = `${Math.abs(worst.secondsAhead)} s ${direction} ${worst.whose}’s`
    const finding = { id: 'proof.clock-skew', facts: { seconds } } as const
    return warnedFinding(scope, finding, { evidence: facts })
  }
  return { verdict: 'passed', summary: 'The clocks agree.', evidence: facts }
}

function clocksOf({ challenge, challengedAt, authorityClock }: Partial<Found>): Clock[] {
  const date = new Date(challenge?.headers.date ?? '')
  const environment =
    challengedAt && !Number.isNaN(date.getTime()) ? { theirs: date, ours: challengedAt } : undefined
  return [
    ...(environment ? [toClock('the environment', environment)] : []),
    ...(authorityClock ? [toClock('Microsoft Entra ID', authorityClock)] : []),
  ]
}

function toClock(whose: string, { theirs, ours }: Readonly<{ theirs: Date; ours: Date }>): Clock {
  return { whose, theirs, secondsAhead: Math.round((ours.getTime() - theirs.getTime()) / 1000) }
}

function linesOf({ whose, theirs, secondsAhead }: Clock): [string, string][] {
  return [
    [`Clock of ${whose}`, theirs.toISOString()],
    [`Apart from ${whose} (s)`, String(secondsAhead)],
  ]
}
