import type { DeepLink, LinkFacts } from '@/lib/steps/deep-links'
import type { Role, StepId } from '@/lib/steps/step'

/** What the guide is filled in with; what is not known yet leaves its place empty. */
export type GuideFacts = LinkFacts &
  Readonly<{
    /** Today, to compute when a secret made now expires. */
    today: Date
  }>

/** One field of a form that the person fills in. */
export type GuideField = Readonly<{
  /** As the form itself names it. */
  label: string
  /** What to type or to choose; null until the connection knows it. */
  value: string | null
  /** `readonly` is shown by the form, to be copied out of it. */
  kind: 'text' | 'choice' | 'readonly' | 'secret'
  note: string | null
}>

/** One thing to do, in order, with the page where it is done. */
export type GuideInstruction = Readonly<{ text: string; link: DeepLink | null }>

/** A slip that people make here, and what to do instead. */
export type GuideMistake = Readonly<{ mistake: string; instead: string }>

/** A step without its number and title. */
export type GuideBody = Readonly<{
  /** What the step is for, for an admin who has never heard of OAuth. */
  purpose: string
  who: Readonly<{ role: Role; text: string }>
  prerequisites: readonly string[]
  /** The page where most of it happens. */
  link: DeepLink | null
  instructions: readonly GuideInstruction[]
  fields: readonly GuideField[]
  whyItMatters: string
  mistakes: readonly GuideMistake[]
  /** What the automatic check does, and what it does not. */
  check: string
  /** Where public guides contradict each other, said openly; null where they don't. */
  honestly: string | null
}>

/** One of the five steps, ready to be shown. */
export type StepGuide = GuideBody & Readonly<{ step: StepId; number: number; title: string }>
