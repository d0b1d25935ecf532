import type { Environment } from '@/lib/finops/environment'
import { FinopsError } from '@/lib/finops/errors'
import { readLabel } from '@/lib/finops/read-label'
import type { Context } from '@/lib/log/context'

export type FetchBounds = Readonly<{
  /** Calls at once. */
  atOnce: number
  callsMax: number
  timeMsMax: number
}>

type Wish = Readonly<{
  environment: Environment
  language: string
  /** In the order in which they are read. */
  ids: readonly string[]
  bounds: FetchBounds
  /** Takes what was read; resolves to false where the reading is to end. */
  keep: (texts: ReadonlyMap<string, string | null>) => Promise<boolean>
}>

/** How a reading ended: `refused` where the environment gives no labels at all. */
export type FetchEnd = Readonly<
  { how: 'complete' | 'bound' } | { how: 'refused'; reason: string } | { how: 'broken' }
>

/** Texts kept at once. */
const batch = 100
/** Failures one after the other, after which the environment is left alone. */
const failuresMax = 5

/**
 * Reads labels, one call each since F&O offers no other way, a few at once and within `bounds`. The
 * first is read alone: where the environment refuses that one, the others are not asked for.
 */
export async function fetchLabels(ctx: Context, wish: Wish): Promise<FetchEnd> {
  const { ids, bounds } = wish
  const [first] = ids
  if (first === undefined) return { how: 'complete' }
  const run = new Run(ctx, wish)
  try {
    await run.readOne(first)
  } catch (error) {
    if (ctx.signal.aborted) return { how: 'bound' }
    if (error instanceof FinopsError) return { how: 'refused', reason: toReason(error) }
    return run.broken(error)
  }
  return await run.readRest(ids.slice(1, bounds.callsMax), ids.length > bounds.callsMax)
}

class Run {
  readonly #ctx: Context
  readonly #wish: Wish
  readonly #endsAt: number
  #texts = new Map<string, string | null>()
  #failures = 0
  #isOver = false
  #broke: unknown

  constructor(ctx: Context, wish: Wish) {
    this.#ctx = ctx
    this.#wish = wish
    this.#endsAt = performance.now() + wish.bounds.timeMsMax
  }

  async readOne(id: string): Promise<void> {
    const { environment, language } = this.#wish
    const text = await readLabel(environment, { id, language }, { signal: this.#ctx.signal })
    this.#texts.set(id, text)
    this.#failures = 0
    if (this.#texts.size >= batch) await this.#keep()
  }

  async readRest(ids: readonly string[], isCut: boolean): Promise<FetchEnd> {
    const queue = ids.values()
    const work = async () => {
      for (const id of queue) {
        if (this.#isOver || performance.now() > this.#endsAt) return false
        await this.#tryOne(id)
      }
      return !this.#isOver
    }
    const ended = await Promise.all(Array.from({ length: this.#wish.bounds.atOnce }, work))
    await this.#keep()
    if (this.#broke !== undefined) return this.broken(this.#broke)
    return { how: ended.every(Boolean) && !isCut ? 'complete' : 'bound' }
  }

  broken(error: unknown): FetchEnd {
    this.#ctx.log.warn({ err: error }, 'the reading of labels broke off')
    return { how: 'broken' }
  }

  async #tryOne(id: string): Promise<void> {
    try {
      await this.readOne(id)
    } catch (error) {
      if (this.#ctx.signal.aborted) {
        this.#isOver = true
      } else if (error instanceof FinopsError && error.failure.status === 404) {
        this.#texts.set(id, null)
      } else {
        this.#failures += 1
        if (this.#failures < failuresMax && error instanceof FinopsError) return
        this.#isOver = true
        this.#broke ??= error
      }
    }
  }

  async #keep(): Promise<void> {
    const texts = this.#texts
    this.#texts = new Map()
    if (!(await this.#wish.keep(texts))) this.#isOver = true
  }
}

function toReason({ failure, code }: FinopsError): string {
  const { status } = failure
  return status === undefined
    ? `The environment does not answer: ${failure.message ?? code}.`
    : `The environment answers ${status} to /metadata/Labels.`
}
