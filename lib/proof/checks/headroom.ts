import { readOData } from '@/lib/finops/read-odata'
import { environmentOf } from '@/lib/proof/environment-of'
import { orFailed, warnedFinding } from '@/lib/proof/failed-by'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import type { CheckScope } from '@/lib/proof/scope'

const reads = 3
const slowMs = 3000

/** How fast small reads come, and whether F&O asks to slow down. F&O tells no budget beforehand. */
export async function checkHeadroom(scope: CheckScope): Promise<CheckOutcome> {
  const path = scope.found.readEntitySet
  if (path === undefined) {
    return { verdict: 'skipped', summary: 'No entity was read before.', evidence: [] }
  }
  const url = scope.subject.environmentUrl
  return orFailed(scope, { where: 'environment', url }, async () => {
    const took: number[] = []
    let repeats = 0
    for (let read = 0; read < reads; read += 1) {
      const startedAt = performance.now()
      const answer = await readOData(environmentOf(scope), {
        path,
        query: '$top=1',
        signal: scope.signal,
        waitMsMax: 0,
      })
      await answer.body.cancel()
      took.push(Math.round(performance.now() - startedAt))
      if (answer.status === 429) repeats += 1
      repeats += answer.attempts - 1
    }
    return judge(scope, took, repeats)
  })
}

function judge(scope: CheckScope, took: readonly number[], repeats: number): CheckOutcome {
  const middle = took.toSorted((a, b) => a - b)[Math.floor(took.length / 2)] ?? 0
  const facts = evidence({ 'Small reads (ms)': took.join(', '), 'Calls held back (429)': repeats })
  const concern = repeats > 0 ? heldBack(repeats) : slow(middle)
  if (concern !== undefined) {
    const finding = { id: 'proof.little-headroom', facts: { reason: concern } } as const
    return warnedFinding(scope, finding, { evidence: facts })
  }
  return { verdict: 'passed', summary: `A small read takes ${middle} ms.`, evidence: facts }
}

function heldBack(repeats: number): string {
  return `It held back ${repeats} of a few small reads (429, too many requests).`
}

function slow(middleMs: number): string | undefined {
  return middleMs < slowMs ? undefined : `A small read takes ${(middleMs / 1000).toFixed(1)} s.`
}
