import type { EntitySetDetail } from '@/lib/contract/catalog'

/** Words that cannot name a type in TypeScript. */
const reserved = new Set(
  'any bigint boolean break case catch class const continue debugger default delete do else enum export extends false finally for function if import in instanceof never new null number object return string super switch symbol this throw true try typeof undefined unknown var void while with EntitySets'.split(
    ' ',
  ),
)

/** Names of the types of a basket: each its own, and an identifier everywhere. */
export type TypeNames = Readonly<{
  /** Of the rows of an entity set. */
  ofSet: (set: string) => string
  /** Of an enum, by its qualified name; undefined for one that no field of the basket has. */
  ofEnum: (qualified: string) => string | undefined
}>

/** Names the types of `details`. Enums make way: F&O lets one and an entity share a name. */
export function nameTypes(details: readonly EntitySetDetail[]): TypeNames {
  const taken = new Set<string>()
  const nameOf = (wanted: string) => {
    const plain = toIdentifier(wanted)
    let name = plain
    for (let number = 2; taken.has(name); number += 1) name = `${plain}${number}`
    taken.add(name)
    return name
  }
  const sets = new Map(details.map(({ name }) => [name, nameOf(name)]))
  const enums = new Map<string, string>()
  for (const { name: qualified } of details.flatMap((detail) => detail.enums)) {
    const short = qualified.slice(qualified.lastIndexOf('.') + 1)
    if (!enums.has(qualified))
      enums.set(qualified, nameOf(taken.has(short) ? `${short}Enum` : short))
  }
  return {
    ofSet: (set) => sets.get(set) ?? toIdentifier(set),
    ofEnum: (qualified) => enums.get(qualified),
  }
}

function toIdentifier(text: string): string {
  const plain = text.replace(/\W/g, '_').replace(/^(?=\d|$)/, '_')
  return reserved.has(plain) ? `${plain}_` : plain
}
