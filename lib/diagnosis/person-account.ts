/** What F&O tells of a user; each is undefined where it cannot be read or is empty. */
export type UserFacts = Readonly<{
  userId: string
  name?: string | undefined
  /** Name of the person record that the user is linked to. */
  person?: string | undefined
  /** How the user signs in: a name at a domain. */
  alias?: string | undefined
  isExternal: boolean
}>

/** How sure it is that a user is somebody’s own account; undefined where nothing speaks for it. */
export type PersonSign = 'likely' | 'possible' | undefined

/** Words by which people name accounts that no person signs in with. */
const serviceWords =
  /(^|[^a-z])(svc|srv|service|services|integration|integrations|interface|intf|api|odata|app|bot|robot|batch|system|sys|automation|sync|connector|etl|job|jobs|daemon|noreply|no-reply|admin|int|dmf|boomi|mulesoft|biztalk|logicapp|adf|bi|test)([^a-z]|$)|serviceaccount|integration|odata|^sa[-_.]/i

/** `anna.berg`, `anna_berg`, `o-neill.sean`. */
const twoNames = /^[\p{L}'’]{2,}([._-][\p{L}'’]{1,})+$/u
const twoWords = /^\p{Lu}[\p{L}'’-]+( \p{Lu}\.?)?( \p{Lu}[\p{L}'’-]+)+$/u

/**
 * Whether an integration seems to act as a person. Nothing in F&O says so outright: a person record
 * behind the user is a strong sign, a sign-in like `anna.berg@…` is a hint. A name that speaks of a
 * service speaks against both.
 */
export function signOfPerson(user: UserFacts): PersonSign {
  const names = [user.userId, user.name, user.person, localPart(user.alias)]
  if (names.some((name) => name !== undefined && serviceWords.test(name))) return undefined
  if (user.person !== undefined) return 'likely'
  const looksLike =
    twoNames.test(localPart(user.alias) ?? '') || twoWords.test(user.name?.trim() ?? '')
  return looksLike || user.isExternal ? 'possible' : undefined
}

function localPart(alias: string | undefined): string | undefined {
  return alias?.slice(0, 200).split('@')[0]
}
