import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsdl } from '@/lib/odata/csdl/read-csdl'
import { csdlSource } from '@/lib/odata/drift/catalog-source'
import { compareCatalogs } from '@/lib/odata/drift/compare-catalogs'
import type { Drift } from '@/lib/odata/drift/drift'

const edm = 'http://docs.oasis-open.org/odata/ns/edm'
const core = 'Microsoft.Dynamics.OData.Core.V1'

/** `Customers` and `CustomersCopy` of one type with a base, an enum, and an unbound action. */
function document(replace: readonly (readonly [string, string])[] = []): string {
  const text = `<edmx:Edmx Version="4.0" xmlns:edmx="${edm}x"><edmx:DataServices>
    <Schema Namespace="N" xmlns="${edm}">
      <EnumType Name="NoYes"><Member Name="No" Value="0"/><Member Name="Yes" Value="1"/></EnumType>
      <EnumType Name="Idle"><Member Name="One" Value="1"/></EnumType>
      <ComplexType Name="Address"><Property Name="Street" Type="Edm.String" MaxLength="250"/></ComplexType>
      <EntityType Name="Party"><Key><PropertyRef Name="Id"/></Key>
        <Property Name="Id" Type="Edm.String" Nullable="false" MaxLength="20"/></EntityType>
      <EntityType Name="Customer" BaseType="N.Party">
        <Property Name="Group" Type="Edm.String" MaxLength="10"/>
        <Property Name="Blocked" Type="N.NoYes"/>
        <Property Name="Credit" Type="Edm.Int32"/>
        <NavigationProperty Name="Orders" Type="Collection(N.Party)"/></EntityType>
      <Action Name="Block" IsBound="true"><Parameter Name="on" Type="Collection(N.Customer)"/>
        <Parameter Name="Reason" Type="Edm.String"/></Action>
      <Action Name="Ping"><ReturnType Type="Edm.String"/></Action>
      <EntityContainer Name="Resources">
        <EntitySet Name="Customers" EntityType="N.Customer"/>
        <EntitySet Name="Parties" EntityType="N.Party"/>
      </EntityContainer></Schema></edmx:DataServices></edmx:Edmx>`
  return replace.reduce((now, [from, to]) => {
    if (!now.includes(from)) throw new Error(`the document has no ${from}`)
    return now.replace(from, to)
  }, text)
}

const read = async (text: string) => csdlSource(await readCsdl([new TextEncoder().encode(text)]))

async function drift(before: string, after: string, use: readonly string[] = []): Promise<Drift> {
  return await compareCatalogs(
    { before: await read(before), after: await read(after) },
    { usedFirst: new Set(use), changesMax: 1000, signal: new AbortController().signal },
  )
}

const told = ({ changes }: Drift) =>
  changes.map(({ kind, verb, owner, name, isBreaking }) =>
    [isBreaking ? '!' : '', `${verb} ${kind} ${owner}`, name === owner ? '' : `.${name}`].join(''),
  )

describe('two catalogs', () => {
  test('that are the same have nothing to tell', async () => {
    expect(await drift(document(), document())).toEqual({
      counts: { added: 0, removed: 0, changed: 0, breaking: 0, used: 0 },
      changes: [],
      untold: 0,
    })
  })

  const ann = (term: string, value: string) =>
    `<Annotation Term="${core}.${term}" Bool="${value}"/>`
  const group = '<Property Name="Group" Type="Edm.String" MaxLength="10"/>'
  const groupWith = (inner: string) => `${group.slice(0, -2)}>${inner}</Property>`

  const cases: [what: string, from: string, to: string, told: string[]][] = [
    ['a field that is gone', group, '', ['!removed field Customers.Group']],
    [
      'a new field',
      group,
      `${group}<Property Name="New" Type="Edm.Int32"/>`,
      ['added field Customers.New'],
    ],
    [
      'a new field that is mandatory',
      group,
      `${group}<Property Name="New" Type="Edm.Int32">${ann('IsRequired', 'true')}</Property>`,
      ['!added field Customers.New'],
    ],
    ['a shorter text', 'MaxLength="10"', 'MaxLength="9"', ['!changed field Customers.Group']],
    ['a longer text', 'MaxLength="10"', 'MaxLength="11"', ['changed field Customers.Group']],
    ['a text without limit', ' MaxLength="10"', '', ['changed field Customers.Group']],
    ['a wider number', 'Edm.Int32', 'Edm.Int64', ['changed field Customers.Credit']],
    ['a narrower number', 'Edm.Int32', 'Edm.Int16', ['!changed field Customers.Credit']],
    ['a text in place of a number', 'Edm.Int32', 'Edm.String', ['!changed field Customers.Credit']],
    [
      'null that is refused',
      'MaxLength="10"',
      'MaxLength="10" Nullable="false"',
      ['!changed field Customers.Group'],
    ],
    [
      'a field that must be given',
      group,
      groupWith(ann('IsRequired', 'true')),
      ['!changed field Customers.Group'],
    ],
    [
      'a field that only can be read',
      group,
      groupWith(ann('IsReadOnly', 'true')),
      ['!changed field Customers.Group'],
    ],
    [
      'a field that cannot be changed',
      group,
      groupWith(ann('AllowEdit', 'false')),
      ['!changed field Customers.Group'],
    ],
    ['another label', group, groupWith(ann('LabelId', 'true')), []],
    [
      'a field of a base type, in every set that has it',
      'MaxLength="20"',
      'MaxLength="30"',
      ['changed field Customers.Id', 'changed field Parties.Id'],
    ],
    [
      'another key',
      '<PropertyRef Name="Id"/>',
      '<PropertyRef Name="Id"/><PropertyRef Name="Group"/>',
      ['!changed entity-set Customers', '!changed entity-set Parties'],
    ],
    [
      'an entity set that is gone',
      '<EntitySet Name="Customers" EntityType="N.Customer"/>',
      '',
      ['!removed entity-set Customers'],
    ],
    [
      'a new entity set',
      '<EntitySet Name="Parties"',
      '<EntitySet Name="All" EntityType="N.Party"/><EntitySet Name="Parties"',
      ['added entity-set All'],
    ],
    ['a member that is gone', '<Member Name="No" Value="0"/>', '', ['!removed member N.NoYes.No']],
    [
      'a new member',
      '<Member Name="Yes" Value="1"/>',
      '<Member Name="Yes" Value="1"/><Member Name="Maybe" Value="2"/>',
      ['added member N.NoYes.Maybe'],
    ],
    [
      'a member of another value',
      'Name="Yes" Value="1"',
      'Name="Yes" Value="7"',
      ['!changed member N.NoYes.Yes'],
    ],
    [
      'an enum that is gone',
      'EnumType Name="Idle"',
      'EnumType Name="Busy"',
      ['!removed enum N.Idle', 'added enum N.Busy'],
    ],
    ['a field of a complex type', '"250"', '"60"', ['!changed field N.Address.Street']],
    [
      'a relation to one',
      'Type="Collection(N.Party)"',
      'Type="N.Party"',
      ['!changed relation Customers.Orders'],
    ],
    [
      'a parameter that is gone',
      '<Parameter Name="Reason" Type="Edm.String"/>',
      '',
      ['!changed operation Customers.N.Block'],
    ],
    [
      'a new parameter that may be left null',
      '<Parameter Name="Reason" Type="Edm.String"/>',
      '<Parameter Name="Reason" Type="Edm.String"/><Parameter Name="More" Type="Edm.String"/>',
      ['changed operation Customers.N.Block'],
    ],
    [
      'an action bound to nothing',
      'Name="Ping"',
      'Name="Pong"',
      ['!removed operation .N.Ping', 'added operation .N.Pong'],
    ],
  ]
  test.each(cases.map(([what, from, to, ...rest]) => [what, [from, to], ...rest] as const))(
    'tell of %s',
    async (_, change, expected) => {
      expect(told(await drift(document(), document([change])))).toEqual(expected)
    },
  )

  test('tell what it was and what it is', async () => {
    const { changes } = await drift(document(), document([['MaxLength="10"', 'MaxLength="9"']]))
    expect(changes[0]?.facts).toEqual([
      { fact: 'length', before: '10', after: '9', isBreaking: true },
    ])
  })

  test('compare a set by its fields although its type has another name', async () => {
    const renamed = document()
      .replaceAll('N.Customer"', 'N.Client"')
      .replaceAll('N.Customer)', 'N.Client)')
    const found = await drift(document(), renamed.replace('Name="Customer"', 'Name="Client"'))
    expect(told(found)).toEqual(['!changed entity-set Customers'])
  })

  const several = document([
    [' MaxLength="10"', ''],
    ['Edm.Int32', 'Edm.Int16'],
    ['Name="Yes" Value="1"', 'Name="Yes" Value="7"'],
    ['<EntitySet Name="Parties" EntityType="N.Party"/>', ''],
  ])

  test.each([
    [[], ['Customers.Credit', 'N.NoYes.Yes', 'Parties', 'Customers.Group'], 0],
    [['Parties'], ['Parties', 'Customers.Credit', 'N.NoYes.Yes', 'Customers.Group'], 1],
    [['Customers/Group'], ['Customers.Group', 'Customers.Credit', 'N.NoYes.Yes', 'Parties'], 1],
    [['Customers/Blocked'], ['N.NoYes.Yes', 'Customers.Credit', 'Parties', 'Customers.Group'], 1],
    [['Customers'], ['Customers.Credit', 'Customers.Group', 'N.NoYes.Yes', 'Parties'], 3],
  ])('tell what is used first, then what breaks: %j', async (use, order, used) => {
    const { changes, counts } = await drift(document(), several, use)
    const names = changes.map(({ owner, name }) => (name === owner ? owner : `${owner}.${name}`))
    expect(names).toEqual(order)
    expect(counts).toEqual({ added: 0, removed: 1, changed: 3, breaking: 3, used })
  })

  test('count all, and tell no more than asked for, what matters most first', async () => {
    const sides = { before: await read(document()), after: await read(several) }
    const signal = new AbortController().signal
    const found = await compareCatalogs(sides, {
      usedFirst: new Set(['Parties']),
      changesMax: 2,
      signal,
    })
    expect(told(found)).toEqual(['!removed entity-set Parties', '!changed field Customers.Credit'])
    expect(found.untold).toBe(2)
    expect(found.counts.changed).toBe(3)
  })

  test('tell the same differences in both directions, with their verbs exchanged', async () => {
    const pieces = [
      [group, ''],
      ['Edm.Int32', 'Edm.Int64'],
      ['MaxLength="20"', 'MaxLength="10"'],
      ['<Member Name="No" Value="0"/>', ''],
      ['<EntitySet Name="Parties" EntityType="N.Party"/>', ''],
      ['<NavigationProperty Name="Orders" Type="Collection(N.Party)"/>', ''],
      ['Name="Ping"', 'Name="Pong"'],
    ] as const
    await fc.assert(
      fc.asyncProperty(fc.subarray([...pieces]), async (chosen) => {
        const other = document(chosen)
        const [there, back] = [await drift(document(), other), await drift(other, document())]
        const keys = ({ changes }: Drift) =>
          changes.map(({ kind, owner, name }) => `${kind} ${owner} ${name}`).sort()
        expect(keys(back)).toEqual(keys(there))
        expect(back.counts).toMatchObject({
          added: there.counts.removed,
          removed: there.counts.added,
          changed: there.counts.changed,
        })
      }),
      { numRuns: 15 },
    )
  })

  test('stop where nobody waits any more', async () => {
    const sides = { before: await read(document()), after: await read(document()) }
    const signal = AbortSignal.abort(new Error('gone'))
    const options = { usedFirst: new Set<string>(), changesMax: 1, signal }
    await expect(compareCatalogs(sides, options)).rejects.toThrow('gone')
  })
})
