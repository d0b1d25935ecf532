import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type EdmPrimitive, isIdentifier } from '@/lib/odata/edm'
import { parseLiteral, readLiteral } from '@/lib/odata/literal'
import { parseOrderBy } from '@/lib/odata/order-by'
import { parseFilter } from '@/lib/odata/parse-filter'
import { parseResourcePath } from '@/lib/odata/resource-path'
import { parseExpand, parseSelect } from '@/lib/odata/select-expand'

const file = fileURLToPath(
  new URL('../../../shared/abnf/odata-abnf-testcases.json', import.meta.url),
)
const isThere = existsSync(file)
if (!isThere) {
  process.stderr.write(`OASIS ABNF test cases are not at ${file}: their tests are skipped\n`)
}

const Cases = z.object({
  TestCases: z.array(
    z.object({ Rule: z.string(), Input: z.string(), FailAt: z.number().optional() }),
  ),
})

const literalRules: Readonly<Record<string, EdmPrimitive>> = {
  dateTimeOffsetValue: 'Edm.DateTimeOffset',
  dateTimeOffsetLiteral: 'Edm.DateTimeOffset',
  dateTimeOffsetValueInUrl: 'Edm.DateTimeOffset',
  decimalValue: 'Edm.Decimal',
  decimalLiteral: 'Edm.Decimal',
  doubleValue: 'Edm.Double',
  doubleLiteral: 'Edm.Double',
  singleValue: 'Edm.Single',
  singleLiteral: 'Edm.Single',
  date: 'Edm.Date',
  dateValue: 'Edm.Date',
  timeOfDayValue: 'Edm.TimeOfDay',
  timeOfDayLiteral: 'Edm.TimeOfDay',
  guid: 'Edm.Guid',
  byteValue: 'Edm.Byte',
  sbyteValue: 'Edm.SByte',
  sbyteLiteral: 'Edm.SByte',
  int16Value: 'Edm.Int16',
  int16Literal: 'Edm.Int16',
  int32Value: 'Edm.Int32',
  int32Literal: 'Edm.Int32',
  int64Value: 'Edm.Int64',
  int64Literal: 'Edm.Int64',
  stringLiteral: 'Edm.String',
  binaryLiteral: 'Edm.Binary',
  boolean: 'Edm.Boolean',
  booleanValue: 'Edm.Boolean',
}

const after = (text: string) => text.replace(/^\$?\w+=/, '')

function read(rule: string, input: string): unknown {
  const text = /[vV]alue$/.test(rule) ? input : decodeURIComponent(input)
  const type = literalRules[rule]
  if (type) return parseLiteral(text, type)
  switch (rule) {
    case 'filter':
      if (!/^\$?filter=\S/.test(text)) throw new Error('no $filter')
      return parseFilter(after(text), { anyCase: true })
    case 'orderby':
      return parseOrderBy(after(text))
    case 'select':
      return parseSelect(after(text))
    case 'expand':
      return parseExpand(after(text))
    case 'resourcePath':
      return parseResourcePath(input)
    case 'odataIdentifier':
      if (!isIdentifier(text)) throw new Error('no identifier')
      return text
    case 'durationValue':
      return parseLiteral(`duration'${text}'`, 'Edm.Duration')
    case 'primitiveLiteral':
    case 'null':
      if (!readLiteral(text)) throw new Error('no literal')
      return text
    default:
      return parseFilter(text, { anyCase: true })
  }
}

const rules = new Set([
  ...Object.keys(literalRules),
  ...['filter', 'orderby', 'select', 'expand', 'resourcePath', 'odataIdentifier', 'null'],
  ...['boolCommonExpr', 'boolcommonExpr', 'commonExpr', 'firstMemberExpr', 'propertyPathExpr'],
  ...['isofExpr', 'notExpr', 'durationValue', 'primitiveLiteral'],
])

/** Where we knowingly differ, each with why. */
const beyond: Readonly<Record<string, string>> = {
  "People/O'Neil": 'keys as segments: not in OData 4.0',
  'People/O%27Neil': 'keys as segments',
  'Categories/Smartphone%2FTablet': 'keys as segments',
  'OrderItems/2001/1': 'keys as segments',
  'Orders/1/Items': 'keys as segments',
  'Orders/1/Items/1': 'keys as segments',
  "Categories('Tablet/Slate')": 'clients forget to encode the slash, servers let it pass',
  "Products/$filter(Age gt 3)(ID='Sugar')": 'a key behind $filter: 4.01 only',
  '$select=Model.ActionName,Model.MostPopularName(Location,Kind)': 'overloads in $select',
  '$select=ActionName,MostPopularName(Location,Kind)': 'overloads in $select',
  '$select=Address($select=Street,City,Namespace.AddressWithLocation/Location)': 'complex types',
  '$select=@Core.Messages($top=5)': 'options in $select',
  '$select=Address/@Core.Messages($top=5)': 'options in $select',
  '$select=@Measures.Currency,@Core.MayImplement($top=2)': 'options in $select',
  '$expand=Items/$count($count=true)': 'options of $expand are judged by the service',
  '$expand=Category($levels=04)': 'options of $expand are judged by the service',
  '%2B128': 'out of range for Edm.SByte',
  tRUe: 'the rule booleanValue contradicts the rule boolean',
}

const all = isThere ? Cases.parse(JSON.parse(readFileSync(file, 'utf8'))).TestCases : []
const cases = all.filter((item) => rules.has(item.Rule) && !Object.hasOwn(beyond, item.Input))

describe.skipIf(!isThere)('OASIS ABNF test cases', () => {
  test.each(cases.filter((item) => item.FailAt === undefined))('$Rule takes $Input', (item) => {
    expect(read(item.Rule, item.Input)).toBeDefined()
  })

  test.each(cases.filter((item) => item.FailAt !== undefined))('$Rule refuses $Input', (item) => {
    expect(() => read(item.Rule, item.Input)).toThrow()
  })
})
