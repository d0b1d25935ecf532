import type { Bench } from '@/faults/world/bench'
import type { Cloud } from '@/lib/steps/cloud'
import type { StepId } from '@/lib/steps/step'

/**
 * What a person would find by looking at what is broken: written from the state, never from what
 * the chain answered.
 */
export type Truth = Readonly<{
  /** `warned`: the proof passes, and this check warns. */
  verdict: 'failed' | 'warned'
  /** The link of the chain where it shows. */
  check: string
  /** Null where none of the five steps is to blame. */
  step: StepId | null
  /** The rules that explain it rightly; the first is the best one. */
  rules: readonly [string, ...string[]]
}>

/** How the connection of a state is filled in, where it differs from a good one. */
export type Setting = Readonly<{
  environmentUrl?: string
  cloud?: Cloud
  authorityUrl?: string
  tenantId?: string | null
  clientId?: string | null
  secret?: string | null
  expiresOn?: string
  /** How long ago the secret was saved here; an hour unless told otherwise. */
  savedSecondsAgo?: number
  /** How far this server's clock is ahead. */
  clockAheadSeconds?: number
  /** What breaks once the connection is there; answers with what undoes it, where others need that. */
  afterwards?: (connectionId: string) => Promise<() => Promise<void> | void>
}>

/** One broken state of the world, as data. */
export type FaultState = Readonly<{
  id: string
  /** What is broken, for a person. */
  broken: string
  breakIt: (bench: Bench) => Promise<Setting> | Setting
  truth: Truth
  /** It idles until a time limit ends it, so that it need not wait for its turn. */
  waits?: boolean
  /** States that share what they break name the same lane, and run one after the other. */
  lane?: 'contoso-prod' | 'process'
}>

/** A state that one of the five steps, or none, is to blame for. */
export function failed(
  check: string,
  step: StepId | null,
  ...rules: readonly [string, ...string[]]
): Truth {
  return { verdict: 'failed', check, step, rules }
}

/** A state in which an integration works, and that deserves attention all the same. */
export function warned(
  check: string,
  step: StepId | null,
  ...rules: readonly [string, ...string[]]
): Truth {
  return { verdict: 'warned', check, step, rules }
}
