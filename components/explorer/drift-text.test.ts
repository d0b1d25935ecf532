import { describe, expect, test } from 'vitest'
import { chosenChanges, toDriftRows, toDriftShow } from '@/components/explorer/drift-rows'
import { toCsv, toMarkdown } from '@/components/explorer/drift-text'
import { factWords, shortName } from '@/components/explorer/drift-words'
import type { DriftChange, DriftFact } from '@/lib/odata/drift/drift'

const fact = (name: string, before: string | null, after: string | null): DriftFact => ({
  fact: name,
  before,
  after,
  isBreaking: false,
})
const change = (owner: string, name: string, more: Partial<DriftChange> = {}): DriftChange => ({
  kind: 'field',
  verb: 'changed',
  owner,
  name,
  facts: [fact('length', '60', '20')],
  isBreaking: false,
  isUsed: false,
  ...more,
})

describe('a fact in words', () => {
  test.each([
    [fact('length', '60', '20'), 'length 60 → 20'],
    [fact('length', null, '20'), 'length 20'],
    [fact('fields', null, '12'), '12 fields'],
    [fact('type', 'Edm.String', 'N.Sub.NoYes'), 'String → NoYes'],
    [fact('mandatory', 'no', 'yes'), 'now mandatory'],
    [fact('mandatory', null, 'yes'), 'mandatory'],
    [fact('nullable', 'yes', 'no'), 'no longer nullable'],
    [fact('is', 'action (Id: Edm.String)', null), 'action (Id: String)'],
    [fact('parameter Id', 'Edm.String', null), 'parameter Id String'],
    [fact('parameter Id', null, 'Edm.String'), 'parameter Id String'],
    [fact('key', 'A', 'A, B'), 'key A → A, B'],
  ])('%j', (given, words) => {
    expect(factWords(given)).toBe(words)
  })

  test.each([
    ['Microsoft.Dynamics.DataEntities.NoYes', 'NoYes'],
    ['N.Block(Id, Reason)', 'Block(Id, Reason)'],
    ['CustomersV3', 'CustomersV3'],
  ])('%s is called %s', (name, short) => {
    expect(shortName(name)).toBe(short)
  })
})

describe('differences', () => {
  const all = [
    change('Customers', 'Customers', { kind: 'entity-set', verb: 'removed', isBreaking: true }),
    change('Customers', 'CustomerGroupId'),
    change('N.NoYes', 'Yes', { kind: 'member', verb: 'added' }),
  ]
  const names = (show: string, text: string) =>
    chosenChanges(all, { show: toDriftShow(show), text }).map(({ name }) => name)

  test.each([
    ['', '', ['Customers', 'CustomerGroupId', 'Yes']],
    ['nonsense', '', ['Customers', 'CustomerGroupId', 'Yes']],
    ['breaking', '', ['Customers']],
    ['added', '', ['Yes']],
    ['changed', '', ['CustomerGroupId']],
    ['', 'cust gr', ['CustomerGroupId']],
    ['', 'noyes', ['Yes']],
    ['', 'member', ['Yes']],
    ['removed', 'customers', ['Customers']],
    ['added', 'customers', []],
  ])('of %j that are like %j', (show, text, expected) => {
    expect(names(show, text)).toEqual(expected)
  })

  test('stand under their owner, however many there are', () => {
    expect(toDriftRows(all)).toMatchObject([
      { type: 'owner', owner: 'Customers', count: 2 },
      { type: 'change' },
      { type: 'change' },
      { type: 'owner', owner: 'N.NoYes', count: 1 },
      { type: 'change' },
    ])
  })

  test('as CSV have a line for each fact, and no formula', () => {
    const evil = change('Customers', '=1+1', {
      facts: [fact('key', 'A', 'A, "B"'), fact('length', null, '7')],
      isBreaking: true,
    })
    expect(toCsv([evil]).split('\r\n')).toEqual([
      'change,breaking,kind,in,name,fact,before,after',
      `changed,yes,field,Customers,'=1+1,key,A,"A, ""B"""`,
      `changed,yes,field,Customers,'=1+1,length,,7`,
      '',
    ])
  })

  test('as Markdown stand under headings, with nothing that Markdown takes for its own', () => {
    expect(toMarkdown('From A_1 to B', all)).toBe(
      [
        '# From A\\_1 to B',
        '',
        '## Customers',
        '',
        '- removed entity set `Customers`: length 60 → 20 **(breaking)**',
        '- changed field `CustomerGroupId`: length 60 → 20',
        '',
        '## NoYes',
        '',
        '- added member `Yes`: length 60 → 20',
        '',
      ].join('\n'),
    )
  })
})
