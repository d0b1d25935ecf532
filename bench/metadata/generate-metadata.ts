/** How large a document is made; the defaults are those of a real one (April 2025). */
export type MetadataSize = Readonly<{
  types: number
  properties: number
  enums: number
  members: number
}>

export const realSize: MetadataSize = {
  types: 3868,
  properties: 67_388,
  enums: 2059,
  members: 10_699,
}

const namespace = 'Microsoft.Dynamics.DataEntities'
const core = 'Microsoft.Dynamics.OData.Core.V1'

const nouns =
  'Customer Vendor Sales Order Header Line Invoice Journal Ledger Account Item Product Warehouse Site Location Tax Group Code Payment Term Delivery Mode Price Discount Charge Bank Project Budget Asset Worker Position Department Employee Address Contact Party Role Unit Currency Rate Calendar Shift Batch Serial Lot Quality Test Route Operation Resource Formula Version Dimension Value Set Category Attribute Policy Rule Parameter Number Sequence Document Attachment Note'.split(
    ' ',
  )
/** Real field names are made of some 5,000 words, of which a few dozen are in every other name. */
const vocabulary = makeVocabulary(5000)
/** Real names occur 3.1 times each: a third of all, and two thirds of those only once. */
const namesPerProperty = 0.32

const edmTypes = [
  ...['Edm.String', 'Edm.String', 'Edm.String', 'Edm.String', 'Edm.String'],
  ...['Edm.Decimal', 'Edm.DateTimeOffset', 'Edm.Int64', 'Edm.Int32', 'Edm.Guid', 'enum', 'enum'],
]
const axTypes: Readonly<Record<string, string>> = {
  'Edm.String': 'String',
  'Edm.Decimal': 'Real',
  'Edm.DateTimeOffset': 'UtcDateTime',
  'Edm.Int64': 'Int64',
  'Edm.Int32': 'Int32',
  'Edm.Guid': 'Guid',
  enum: 'Enum',
}

/**
 * Writes a $metadata document with the shape of F&O's: the same counts, the same spread of wide and
 * narrow entities, the same annotations on each property, about 590 bytes a property. Seeded: the
 * same size gives the same bytes.
 */
export function* generateMetadata(size: MetadataSize = realSize): Generator<string> {
  const random = mulberry(20_261_125)
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T
  const names = uniqueNames(size.types, pick)
  const enums = uniqueNames(size.enums, pick).map((name) => `${name}Type`)

  yield '\uFEFF<?xml version="1.0" encoding="utf-8"?>\r\n'
  yield '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">\r\n'
  yield '  <edmx:DataServices>\r\n'
  yield `    <Schema Namespace="${namespace}" xmlns="http://docs.oasis-open.org/odata/ns/edm">\r\n`
  const membersEach = size.members / size.enums
  for (const name of enums)
    yield enumType(name, Math.max(1, Math.round(membersEach * 2 * random())))

  const pool = makePool(Math.ceil(size.properties * namesPerProperty), enums, random)
  let left = size.properties
  for (const [index, name] of names.entries()) {
    const fair = left / (names.length - index)
    // Most are narrow and some very wide, as in the real one.
    const wide = random() < 0.04 ? fair * (3 + random() * 12) : fair * (0.3 + random() * 1.1)
    const count = Math.max(2, Math.min(305, Math.round(wide), left))
    left -= count
    yield entityType({ name, count, pool, names, pick, random })
  }
  yield '      <EntityContainer Name="Resources">\r\n'
  for (const name of names) {
    yield `        <EntitySet Name="${name}s" EntityType="${namespace}.${name}">\r\n          <NavigationPropertyBinding Path="Related" Target="${pick(names)}s" />\r\n        </EntitySet>\r\n`
  }
  yield '      </EntityContainer>\r\n    </Schema>\r\n  </edmx:DataServices>\r\n</edmx:Edmx>\r\n'
}

type Pick = <T>(from: readonly T[]) => T

function uniqueNames(count: number, pick: Pick): string[] {
  const names = new Set<string>()
  while (names.size < count) {
    const name = pick(nouns) + pick(nouns) + pick(nouns)
    names.add(names.has(name) ? `${name}V${2 + (names.size % 7)}${pick(nouns)}` : name)
  }
  return [...names]
}

function makeVocabulary(count: number): string[] {
  const syllables = 'ba co di fa ga lo mi ne po ra se ti vu wa xa ya zo bri cra dol fen gul'.split(
    ' ',
  )
  const words = [...nouns]
  for (let index = 0; words.length < count; index += 1) {
    const parts = [index % 22, Math.floor(index / 22) % 22, Math.floor(index / 484) % 22]
    const word = parts.map((part) => syllables[part]).join('')
    words.push(word.charAt(0).toUpperCase() + word.slice(1))
  }
  return words
}

/** One of a pool of fields: the same name has the same type and label wherever it occurs. */
type PooledField = Readonly<{ name: string; type: string; axType: string; label: number }>

function makePool(count: number, enums: readonly string[], random: () => number): PooledField[] {
  // Squared twice: the first words come up far more often than the last.
  const word = () => vocabulary[Math.floor(vocabulary.length * random() ** 4)] ?? ''
  const names = new Set<string>()
  while (names.size < count) {
    names.add(word() + word() + (random() < 0.4 ? word() : ''))
  }
  return [...names].map((name) => {
    const kind = edmTypes[Math.floor(random() * edmTypes.length)] ?? 'Edm.String'
    const type =
      kind === 'enum' ? `${namespace}.${enums[Math.floor(random() * enums.length)]}` : kind
    return { name, type, axType: axTypes[kind] ?? 'String', label: Math.floor(random() * 400_000) }
  })
}

function enumType(name: string, members: number): string {
  const lines = Array.from(
    { length: members },
    (_, index) =>
      `        <Member Name="${name}Member${index}" Value="${index}">\r\n          <Annotation Term="${core}.LabelId" String="@SYS${index}${name.length}77" />\r\n        </Member>\r\n`,
  )
  return `      <EnumType Name="${name}">\r\n${lines.join('')}      </EnumType>\r\n`
}

type EntityInput = Readonly<{
  name: string
  count: number
  pool: readonly PooledField[]
  names: readonly string[]
  pick: Pick
  random: () => number
}>

function entityType({ name, count, pool, names, pick, random }: EntityInput): string {
  const string = { type: 'Edm.String', axType: 'String', label: 13_342 }
  const own = new Map<string, PooledField>()
  for (const key of ['dataAreaId', `${name}Id`]) own.set(key, { name: key, ...string })
  while (own.size < count) {
    const field = pool[Math.floor(pool.length * random() ** (random() < 0.35 ? 6 : 1))]
    if (field) own.set(field.name, field)
  }
  const properties = [...own.values()].map((field) => propertyLines(field, random))
  return [
    `      <EntityType Name="${name}">\r\n        <Key>\r\n`,
    `          <PropertyRef Name="dataAreaId" />\r\n          <PropertyRef Name="${name}Id" />\r\n        </Key>\r\n`,
    ...properties,
    `        <NavigationProperty Name="Related" Type="${namespace}.${pick(names)}" Nullable="false" Partner="RelatedBack">\r\n`,
    `          <ReferentialConstraint Property="dataAreaId" ReferencedProperty="dataAreaId" />\r\n        </NavigationProperty>\r\n`,
    `        <Annotation Term="${core}.LabelId" String="@${name.slice(0, 3)}:${name}" />\r\n      </EntityType>\r\n`,
  ].join('')
}

function propertyLines({ name, type, axType, label }: PooledField, random: () => number): string {
  const annotation = (term: string, value: string) =>
    `          <Annotation Term="${core}.${term}" ${value} />\r\n`
  return [
    `        <Property Name="${name}" Type="${type}"${random() < 0.6 ? ' Nullable="false"' : ''}>\r\n`,
    annotation('LabelId', `String="@SYS${label}"`),
    random() < 0.25 ? annotation('HelpTextId', `String="@GLS${label}"`) : '',
    random() < 0.2 ? annotation('AllowEdit', 'Bool="false"') : '',
    random() < 0.15 ? annotation('IsRequired', 'Bool="true"') : '',
    annotation('ConfigurationKeyEnabled', 'Bool="true"'),
    `          <Annotation Term="${core}.AXType">\r\n            <EnumMember>${core}.AXType/${axType}</EnumMember>\r\n          </Annotation>\r\n        </Property>\r\n`,
  ].join('')
}

/** A small generator of numbers from 0 to 1, the same for the same seed. */
function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
