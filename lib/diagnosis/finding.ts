/** What a finding tells beside its id, as it stands in the sentences. */
export type FindingFacts = Readonly<{
  /** A whole sentence. */
  reason?: string
  /** A whole sentence that says what to do. */
  hint?: string
  /** What came in place of F&O’s challenge. */
  answer?: string
  date?: string
  days?: string
  /** `95 s ahead of the environment’s`. */
  seconds?: string
  has?: string
  needs?: string
  /** Id of an F&O user. */
  user?: string
  /** `not set`; `zzzz, which is not among the companies`. */
  company?: string
  /** `3 apps`. */
  apps?: string
  /** Where it was looked. */
  place?: string
  /** Who issued a certificate. */
  issuer?: string
}>

/** Something that the proof chain found by itself: no upstream said it, but facts show it. */
export type Finding<Id extends string = string> = Readonly<{ id: Id; facts?: FindingFacts }>
