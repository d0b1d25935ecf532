import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CsdlError } from '@/lib/odata/csdl/csdl-error'
import type { Csdl, CsdlStructuredType } from '@/lib/odata/csdl/model'
import { readCsdl } from '@/lib/odata/csdl/read-csdl'

const edm = 'http://docs.oasis-open.org/odata/ns/edm'
const head = `<edmx:Edmx Version="4.0" xmlns:edmx="${edm}x"><edmx:DataServices>`
const tail = '</edmx:DataServices></edmx:Edmx>'
const schema = (inner: string, attributes = 'Namespace="N"') =>
  `${head}<Schema ${attributes} xmlns="${edm}">${inner}</Schema>${tail}`
const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readCsdl([bytes(text)])

function structured(csdl: Csdl, name: string): CsdlStructuredType {
  const type = csdl.types.get(name)
  if (type?.kind !== 'entity' && type?.kind !== 'complex')
    throw new Error(`${name} is ${type?.kind}`)
  return type
}

describe('a document', () => {
  test('tells types with keys, properties and what F&O says of them', async () => {
    const csdl = await read(
      schema(`
        <EntityType Name="Customer" BaseType="N.Party" Abstract="true" OpenType="true" HasStream="true">
          <Key><PropertyRef Name="dataAreaId"/><PropertyRef Name="Address/Id" Alias="Aid"/></Key>
          <Property Name="dataAreaId" Type="Edm.String" Nullable="false" MaxLength="4">
            <Annotation Term="Microsoft.Dynamics.OData.Core.V1.LabelId" String="@SYS13342"/>
            <Annotation Term="Microsoft.Dynamics.OData.Core.V1.AllowEdit" Bool="false"/>
            <Annotation Term="Microsoft.Dynamics.OData.Core.V1.AXType"><EnumMember>Microsoft.Dynamics.OData.Core.V1.AXType/String</EnumMember></Annotation>
          </Property>
          <Property Name="Amount" Type="Edm.Decimal" Precision="32" Scale="variable" DefaultValue="0"/>
          <NavigationProperty Name="Orders" Type="Collection(N.Order)" Partner="Customer" ContainsTarget="true">
            <ReferentialConstraint Property="dataAreaId" ReferencedProperty="Company"/>
            <OnDelete Action="Cascade"/>
          </NavigationProperty>
          <NavigationProperty Name="Group" Type="N.Group" Nullable="false"/>
          <Annotation Term="Microsoft.Dynamics.OData.Core.V1.IsReadOnly" Bool="true"/>
          <Annotation Term="N.LookupGroup"><Collection><String>One</String><String>Two</String></Collection></Annotation>
        </EntityType>`),
    )
    expect(structured(csdl, 'N.Customer')).toEqual({
      kind: 'entity',
      name: 'N.Customer',
      baseType: 'N.Party',
      isAbstract: true,
      isOpen: true,
      hasStream: true,
      isReadOnly: true,
      key: [{ name: 'dataAreaId' }, { name: 'Address/Id', alias: 'Aid' }],
      properties: [
        {
          name: 'dataAreaId',
          type: 'Edm.String',
          nullable: false,
          maxLength: 4,
          labelId: '@SYS13342',
          allowEdit: false,
          axType: 'String',
        },
        { name: 'Amount', type: 'Edm.Decimal', precision: 32, defaultValue: '0' },
      ],
      navigations: [
        {
          name: 'Orders',
          target: 'N.Order',
          isCollection: true,
          partner: 'Customer',
          containsTarget: true,
          constraints: [['dataAreaId', 'Company']],
        },
        { name: 'Group', target: 'N.Group', nullable: false },
      ],
      annotations: { 'N.LookupGroup': 'One\nTwo' },
    })
  })

  test('tells enums, also those whose members leave their values to be counted', async () => {
    const { types } = await read(
      schema(`<EnumType Name="A" IsFlags="true" UnderlyingType="Edm.Int64"><Member Name="x" Value="1"/><Member Name="y"/></EnumType>
        <EnumType Name="B"><Member Name="x"/><Member Name="y"/></EnumType>`),
    )
    expect(types.get('N.A')).toMatchObject({
      isFlags: true,
      underlyingType: 'Edm.Int64',
      members: [
        { name: 'x', value: '1' },
        { name: 'y', value: '2' },
      ],
    })
    expect(types.get('N.B')).toMatchObject({ members: [{ value: '0' }, { value: '1' }] })
  })

  test('tells operations, what they are bound to, and what the container offers', async () => {
    const { operations, resources, imports } = await read(
      schema(`
        <Action Name="Post" IsBound="true" EntitySetPath="on"><Parameter Name="on" Type="Collection(N.Journal)"/><Parameter Name="day" Type="Edm.Date" Nullable="false"/><ReturnType Type="Edm.String"/></Action>
        <Function Name="Now" IsComposable="true"><ReturnType Type="Edm.DateTimeOffset" Nullable="false"/></Function>
        <EntityContainer Name="Resources">
          <EntitySet Name="Journals" EntityType="N.Journal"><NavigationPropertyBinding Path="Lines" Target="Lines"/><NavigationPropertyBinding Path="Owner" Target="Me"/></EntitySet>
          <Singleton Name="Me" Type="N.Person"/>
          <ActionImport Name="DoPost" Action="N.Post" EntitySet="Journals"/>
          <FunctionImport Name="Clock" Function="N.Now"/>
        </EntityContainer>`),
    )
    expect(operations).toEqual([
      {
        kind: 'action',
        name: 'N.Post',
        isBound: true,
        entitySetPath: 'on',
        parameters: [
          { name: 'on', type: 'Collection(N.Journal)' },
          { name: 'day', type: 'Edm.Date', nullable: false },
        ],
        returnType: { type: 'Edm.String' },
      },
      {
        kind: 'function',
        name: 'N.Now',
        isComposable: true,
        parameters: [],
        returnType: { type: 'Edm.DateTimeOffset', nullable: false },
      },
    ])
    expect(resources).toEqual([
      {
        kind: 'set',
        name: 'Journals',
        type: 'N.Journal',
        bindings: [
          ['Lines', 'Lines'],
          ['Owner', 'Me'],
        ],
      },
      { kind: 'singleton', name: 'Me', type: 'N.Person' },
    ])
    expect(imports).toEqual([
      { kind: 'action', name: 'DoPost', operation: 'N.Post', entitySet: 'Journals' },
      { kind: 'function', name: 'Clock', operation: 'N.Now' },
    ])
  })

  test('has its aliases replaced, and annotations kept that stand away from their target', async () => {
    const csdl = await read(
      `${head}<Schema Namespace="Long.Name" Alias="Self" xmlns="${edm}">
        <ComplexType Name="Line"><Property Name="Self" Type="Collection(Self.Line)"/><Property Name="Other" Type="Else.Where"/></ComplexType>
        <TypeDefinition Name="Weight" UnderlyingType="Edm.Decimal"/>
        <Annotations Target="Self.Line/Other"><Annotation Term="Self.Note" Qualifier="Q" String="far"/><Annotation Term="Self.Flag"/></Annotations>
      </Schema>${tail}`,
    )
    const line = structured(csdl, 'Long.Name.Line')
    expect(line.properties.map(({ type }) => type)).toEqual([
      'Collection(Long.Name.Line)',
      'Else.Where',
    ])
    expect(csdl.types.get('Long.Name.Weight')).toMatchObject({ underlyingType: 'Edm.Decimal' })
    expect(csdl.targetAnnotations).toEqual([
      {
        target: 'Long.Name.Line/Other',
        annotations: { 'Long.Name.Note#Q': 'far', 'Long.Name.Flag': 'true' },
      },
    ])
    expect(csdl).toMatchObject({ aliases: { Self: 'Long.Name' }, namespaces: ['Long.Name'] })
  })

  test('may hold elements of another day: they are counted, and what is inside them is passed over', async () => {
    const csdl = await read(
      schema(`<Wonder Name="w"><EntityType Name="Hidden"/></Wonder><EntityType Name="Seen"><Future/></EntityType>
        <Term Name="T" Type="Edm.String"/><EntityType/>
        <ComplexType Name="C"><Annotation Term="N.R"><Record><PropertyValue Property="p" String="s"/></Record></Annotation></ComplexType>`),
    )
    expect([...csdl.types.keys()]).toEqual(['N.Seen', 'N.C'])
    expect(csdl.unknown).toEqual({
      Wonder: 1,
      Future: 1,
      Term: 1,
      EntityType: 1,
      Record: 1,
      PropertyValue: 1,
    })
  })

  test('reads the same however its bytes are cut', async () => {
    const text = `\uFEFF<?xml version="1.0" encoding="utf-8"?>${schema('<EntityType Name="Größe&amp;Maß"><Property Name="ü" Type="Edm.String"/></EntityType>')}`
    const whole = await read(text)
    expect(whole.types.has('N.Größe&Maß')).toBe(true)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        async (sizes) => {
          const all = bytes(text)
          const chunks: Uint8Array[] = []
          for (let at = 0, turn = 0; at < all.length; turn += 1) {
            const size = sizes[turn % sizes.length] ?? 1
            chunks.push(all.subarray(at, at + size))
            at += size
          }
          expect(await readCsdl(chunks)).toEqual(whole)
        },
      ),
      { numRuns: 30 },
    )
  })

  test.each([
    [
      'iso-8859-1',
      Buffer.from(
        `<?xml version="1.0" encoding="iso-8859-1"?>${schema('<EnumType Name="Größe"/>')}`,
        'latin1',
      ),
    ],
    ['utf-16le', Buffer.from(`\uFEFF${schema('<EnumType Name="Größe"/>')}`, 'utf16le')],
    [
      'utf-8 that calls itself utf-16',
      bytes(`<?xml version="1.0" encoding="utf-16"?>${schema('<EnumType Name="Größe"/>')}`),
    ],
  ])('may be written in %s', async (_, document) => {
    expect((await readCsdl([document])).types.has('N.Größe')).toBe(true)
  })
})

describe('what is no metadata is refused with the byte where it shows', () => {
  const cut = schema('<EntityType Name="A"></EntityType>').slice(0, -40)
  test.each<[string, string, CsdlError['code'], string, number]>([
    ['nothing', '', 'not_xml', 'root element', 0],
    ['plain text', 'Service unavailable', 'not_xml', '', 0],
    ['JSON', '{"error":{"code":"x"}}', 'not_xml', '', 0],
    ['an HTML page', '<html><head><title>Sign in</title></head></html>', 'not_csdl', '"html"', 6],
    ['a page with a document type', '<!DOCTYPE html><html/>', 'not_csdl', 'document type', 15],
    [
      'entities that grow',
      '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>',
      'not_csdl',
      'document type',
      33,
    ],
    [
      'OData 3',
      '<edmx:Edmx Version="1.0" xmlns:edmx="x"/>',
      'version_unsupported',
      'version 1.0',
      41,
    ],
    ['no version', '<Edmx/>', 'version_unsupported', 'no version', 7],
    ['half a document', cut, 'truncated', 'inside the element', cut.length],
    [
      'a tag that is not closed',
      schema('<EntityType Name="A">'),
      'not_xml',
      'unexpected close tag',
      0,
    ],
    ['an undeclared prefix', schema('', 'Namespace="N" sap:v="1"'), 'not_xml', '"sap"', 0],
    ['a bad entity', schema('<EntityType Name="&nope;"/>'), 'not_xml', 'entity', 0],
    [
      'a thousand elements inside each other',
      `<Edmx Version="4.0">${'<a>'.repeat(1000)}`,
      'too_deep',
      '64',
      0,
    ],
    [
      'an unknown encoding',
      '<?xml version="1.0" encoding="klingon"?><a/>',
      'encoding_unsupported',
      'klingon',
      0,
    ],
  ])('%s', async (...[, document, code, part, byteOffset]) => {
    const error = await read(document).then(
      () => undefined,
      (reason: CsdlError) => reason,
    )
    expect(error).toMatchObject({ name: 'CsdlError', code })
    expect(error?.reason).toContain(part)
    if (byteOffset > 0) expect(error?.byteOffset).toBe(byteOffset)
    expect(error?.byteOffset).toBeLessThanOrEqual(document.length)
  })

  test('counts bytes and not letters, over chunks', async () => {
    const before = `${head}<Schema Namespace="N"><EnumType Name="${'ü'.repeat(1000)}"/>`
    const document = bytes(`${before}<&`)
    const chunks = [document.subarray(0, 700), document.subarray(700)]
    await expect(readCsdl(chunks)).rejects.toMatchObject({ byteOffset: document.length })
  })

  test('random bytes and random XML never break anything but with a CsdlError', async () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      '"',
      '=',
      ' ',
      'Edmx',
      'Schema',
      'Name',
      '&',
      ';',
      '!',
      '[',
      ']',
      '-',
      '?',
      '\u0000',
      'é',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), fc.boolean(), async (pieces, framed) => {
        const inner = pieces.join('')
        const error = await read(framed ? schema(inner) : inner).then(
          () => undefined,
          (reason: unknown) => reason,
        )
        if (error !== undefined) expect(error).toMatchObject({ name: 'CsdlError' })
      }),
    )
  })
})
