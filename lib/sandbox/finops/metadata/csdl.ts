import { labelIdOf } from '@/lib/sandbox/finops/metadata/labels'
import { type EnumType, enumTypes } from '@/lib/sandbox/finops/model/enums'
import {
  type EntityAction,
  type EntitySet,
  edmNameOf,
  type Field,
  humanize,
  type Navigation,
  namespace,
} from '@/lib/sandbox/finops/model/schema'

const core = 'Microsoft.Dynamics.OData.Core.V1'
const axTypes = [
  'Container',
  'Date',
  'Enum',
  'Guid',
  'Int32',
  'Int64',
  'Real',
  'Record',
  'String',
  'Time',
  'UtcDateTime',
  'Void',
]

const axTypeOf: Readonly<Record<Field['type'], string>> = {
  'Edm.String': 'String',
  'Edm.Int32': 'Int32',
  'Edm.Int64': 'Int64',
  'Edm.Decimal': 'Real',
  'Edm.DateTimeOffset': 'UtcDateTime',
  'Edm.Guid': 'Guid',
  'Edm.Boolean': 'Enum',
  enum: 'Enum',
}

/** `$metadata`: annotated and indented as F&O writes it, byte order mark and CRLF included. */
export function csdlResponse(catalog: ReadonlyMap<string, EntitySet>): Response {
  const lines = csdlLines(catalog)
  const encoder = new TextEncoder()
  let isFirst = true
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk: string[] = []
      for (let count = 0; count < 500; count += 1) {
        const next = lines.next()
        if (next.done === true) break
        chunk.push(next.value)
      }
      if (chunk.length === 0) {
        controller.close()
        return
      }
      controller.enqueue(encoder.encode(`${isFirst ? '\uFEFF' : '\r\n'}${chunk.join('\r\n')}`))
      isFirst = false
    },
  })
  return new Response(body, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}

/** The document line by line. */
export function* csdlLines(catalog: ReadonlyMap<string, EntitySet>): Generator<string> {
  yield '<?xml version="1.0" encoding="utf-8"?>'
  yield '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">'
  yield '  <edmx:DataServices>'
  yield `    <Schema Namespace="${namespace}" xmlns="http://docs.oasis-open.org/odata/ns/edm">`
  for (const type of enumTypes) yield* enumLines(type)
  for (const set of catalog.values()) yield* entityLines(set, catalog)
  for (const set of catalog.values()) {
    for (const action of set.actions) yield* actionLines(set, action)
  }
  yield* containerLines(catalog)
  yield '    </Schema>'
  yield `    <Schema Namespace="${core}" xmlns="http://docs.oasis-open.org/odata/ns/edm">`
  yield '      <EnumType Name="AXType">'
  for (const [value, name] of axTypes.entries())
    yield `        <Member Name="${name}" Value="${value}" />`
  yield '      </EnumType>'
  yield '    </Schema>'
  yield '  </edmx:DataServices>'
  yield '</edmx:Edmx>'
}

function toXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

function annotation(indent: string, term: string, value: string | boolean): string {
  const written = typeof value === 'string' ? `String="${toXml(value)}"` : `Bool="${value}"`
  return `${indent}<Annotation Term="${core}.${term}" ${written} />`
}

function* enumLines(type: EnumType): Generator<string> {
  yield `      <EnumType Name="${type.name}">`
  for (const [member, value] of type.members) {
    yield `        <Member Name="${member}" Value="${value}">`
    yield annotation('          ', 'LabelId', labelIdOf(humanize(member)))
    yield '        </Member>'
  }
  yield annotation('        ', 'LabelId', labelIdOf(humanize(type.name)))
  yield '      </EnumType>'
}

function* entityLines(set: EntitySet, catalog: ReadonlyMap<string, EntitySet>): Generator<string> {
  yield `      <EntityType Name="${set.type}">`
  yield '        <Key>'
  for (const field of set.fields) {
    if (field.isKey) yield `          <PropertyRef Name="${field.name}" />`
  }
  yield '        </Key>'
  for (const field of set.fields) yield* propertyLines(field)
  for (const navigation of set.navigations) yield* navigationLines(navigation, catalog)
  yield annotation('        ', 'LabelId', labelIdOf(set.label))
  if (set.isReadOnly) yield annotation('        ', 'IsReadOnly', true)
  yield '      </EntityType>'
}

function* propertyLines(field: Field): Generator<string> {
  const isNullable = !field.isKey && (field.type === 'Edm.String' || field.type === 'enum')
  const nullable = isNullable ? '' : ' Nullable="false"'
  yield `        <Property Name="${field.name}" Type="${edmNameOf(field)}"${nullable}>`
  yield annotation('          ', 'LabelId', labelIdOf(humanize(field.name)))
  yield annotation('          ', 'ConfigurationKeyEnabled', true)
  if (field.isKey && field.name !== 'dataAreaId') yield annotation('          ', 'AllowEdit', false)
  if (field.isRequired) yield annotation('          ', 'IsRequired', true)
  if (/DimensionDisplayValue$/.test(field.name)) {
    yield annotation('          ', 'IsDimension', true)
    yield annotation('          ', 'DimensionRelation', 'DimensionSet')
  }
  yield `          <Annotation Term="${core}.AXType">`
  yield `            <EnumMember>${core}.AXType/${axTypeOf[field.type]}</EnumMember>`
  yield '          </Annotation>'
  yield '        </Property>'
}

function* navigationLines(
  navigation: Navigation,
  catalog: ReadonlyMap<string, EntitySet>,
): Generator<string> {
  const type = `${namespace}.${catalog.get(navigation.target)?.type ?? navigation.target}`
  const shown = navigation.isCollection ? `Collection(${type})` : type
  const nullable = navigation.isCollection ? '' : ' Nullable="false"'
  const partner = navigation.partner === null ? '' : ` Partner="${navigation.partner}"`
  yield `        <NavigationProperty Name="${navigation.name}" Type="${shown}"${nullable}${partner}>`
  for (const [own, other] of navigation.on) {
    yield `          <ReferentialConstraint Property="${own}" ReferencedProperty="${other}" />`
  }
  yield '        </NavigationProperty>'
}

function* actionLines(set: EntitySet, action: EntityAction): Generator<string> {
  const type = `${namespace}.${set.type}`
  const bound = action.boundTo === 'row' ? type : `Collection(${type})`
  yield `      <Action Name="${action.name}" IsBound="true">`
  yield `        <Parameter Name="${set.type}" Type="${bound}" />`
  for (const { name, type: parameter } of action.parameters) {
    yield `        <Parameter Name="${name}" Type="${parameter}" />`
  }
  if (action.returns !== null) yield `        <ReturnType Type="${action.returns}" />`
  yield '      </Action>'
}

function* containerLines(catalog: ReadonlyMap<string, EntitySet>): Generator<string> {
  yield '      <EntityContainer Name="Resources">'
  for (const set of catalog.values()) {
    const head = `        <EntitySet Name="${set.name}" EntityType="${namespace}.${set.type}"`
    if (set.navigations.length === 0) yield `${head} />`
    else {
      yield `${head}>`
      for (const { name, target } of set.navigations) {
        yield `          <NavigationPropertyBinding Path="${name}" Target="${target}" />`
      }
      yield '        </EntitySet>'
    }
  }
  yield '      </EntityContainer>'
}
