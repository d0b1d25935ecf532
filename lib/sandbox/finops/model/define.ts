import { companies } from '@/lib/sandbox/finops/model/companies'
import { dataAreaId } from '@/lib/sandbox/finops/model/fields'
import {
  type EntityCategory,
  type EntitySet,
  type Field,
  humanize,
  type StoreSource,
} from '@/lib/sandbox/finops/model/schema'

type Definition = Readonly<{
  type: string
  dataEntity: string
  category: EntityCategory
  fields: readonly Field[]
  source: StoreSource
}> &
  Partial<Pick<EntitySet, 'label' | 'isReadOnly' | 'navigations' | 'actions'>>

/** An entity set; what is left out is what most entity sets have. */
export function entitySet(name: string, definition: Definition): EntitySet {
  return {
    label: humanize(name),
    isReadOnly: false,
    navigations: [],
    actions: [],
    ...definition,
    name,
    fields: [...definition.fields].sort((left, right) => Number(right.isKey) - Number(left.isKey)),
  }
}

/** A number that begins with a fixed text: `numbered('US-', 3)` makes `US-001`. */
export type Numbering = Readonly<{
  print: (ordinal: number, company: string) => string
  parse: (text: string, company: string) => number | undefined
}>

export function numbering(prefix: (company: string) => string, digits: number): Numbering {
  const print = (ordinal: number, company: string) =>
    prefix(company) + String(ordinal + 1).padStart(digits, '0')
  return {
    print,
    parse: (text, company) => {
      const number = Number(text.slice(prefix(company).length))
      const isSame = Number.isInteger(number) && number > 0
      return isSame && print(number - 1, company).toLowerCase() === text.toLowerCase()
        ? number - 1
        : undefined
    },
  }
}

export type Cell = string | number | boolean

/** Where the rows of a small table stand: one for all companies, or the same ones in each. */
export function tableSource(id: string, rowCount: number, isPerCompany: boolean): StoreSource {
  const ids = new Set<string>(isPerCompany ? companies.map((company) => company.id) : [''])
  return {
    kind: 'generated',
    id,
    isPerCompany,
    count: (company) => (ids.has(company) ? rowCount : 0),
    indexes: [],
  }
}

export function companyFields(isPerCompany: boolean): Field[] {
  return isPerCompany ? [dataAreaId] : []
}
