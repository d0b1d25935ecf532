/**
 * The names of `known` that `name` may have been meant to be, best first: the same in other letters'
 * case, then those that a slip or two away, then those that begin with it or hold it.
 */
export function nearestNames(name: string, known: readonly string[], countMax = 3): string[] {
  const sought = name.toLowerCase()
  const slipsMax = Math.max(1, Math.floor(name.length / 3))
  return known
    .flatMap((candidate) => {
      const rank = rankOf(sought, candidate.toLowerCase(), slipsMax)
      return rank === undefined ? [] : [{ candidate, rank }]
    })
    .sort((left, right) => left.rank - right.rank || left.candidate.length - right.candidate.length)
    .slice(0, countMax)
    .map(({ candidate }) => candidate)
}

function rankOf(sought: string, candidate: string, slipsMax: number): number | undefined {
  if (sought === candidate) return 0
  if (Math.abs(sought.length - candidate.length) <= slipsMax) {
    const slips = distance(sought, candidate)
    if (slips <= slipsMax) return slips
  }
  if (sought.length < 3) return undefined
  if (candidate.startsWith(sought)) return 100
  return candidate.includes(sought) ? 200 : undefined
}

/** Letters to add, drop, change or swap with their neighbour (optimal string alignment). */
function distance(left: string, right: string): number {
  let before: readonly number[] = []
  let last: readonly number[] = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let row = 1; row <= left.length; row += 1) {
    const next = nextRow({ left, right, row, last, before })
    before = last
    last = next
  }
  return last[right.length] ?? 0
}

type Row = Readonly<{
  left: string
  right: string
  row: number
  last: readonly number[]
  before: readonly number[]
}>

function nextRow({ left, right, row, last, before }: Row): number[] {
  const costs = [row]
  for (let column = 1; column <= right.length; column += 1) {
    const isSame = left[row - 1] === right[column - 1]
    const isSwap = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
    const swapped = isSwap ? before[column - 2] : undefined
    costs.push(
      Math.min(
        (last[column] ?? 0) + 1,
        (costs[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        swapped === undefined ? Number.POSITIVE_INFINITY : swapped + 1,
      ),
    )
  }
  return costs
}
