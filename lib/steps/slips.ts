/** The inputs in which slips are looked for. */
export type SlipField = 'environmentUrl' | 'tenantId' | 'clientId' | 'secret' | 'resource'

/** What else is known; every one may be missing. */
export type SlipOthers = Readonly<{
  environmentUrl?: string | null
  tenantId?: string | null
  clientId?: string | null
  /** Tenant that the environment named in its own challenge. */
  challengeTenantId?: string | null
}>

/** One slip. `certain` ones are worth stopping for, the others are said and let through. */
export type Slip = Readonly<{
  code: string
  message: string
  fix: string
  certain: boolean
  /** The value as it was probably meant, to be taken over with one click. */
  suggestion?: string
}>

/** Finds what was probably mistyped or mispasted; an empty list when nothing stands out. */
export function findSlips(
  _input: Readonly<{ field: SlipField; value: string; others?: SlipOthers }>,
): Slip[] {
  return []
}
