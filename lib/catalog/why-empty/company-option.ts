import type { Options } from '@/lib/catalog/why-empty/options'

/** An option that is meant to choose a company and that F&O passes over in silence. */
export type CompanyOption = Readonly<{ name: string; company: string | null }>

/** `cmp` chooses the company of a page of F&O; in OData it does nothing, nor do its likes. */
const naming = /^(?:cmp|company|companyid|legalentity|legalentityid|dataarea|dataareaid)$/i

/** The first option that was meant to say which companies are read, or null. */
export function findCompanyOption(options: Options): CompanyOption | null {
  for (const { name, value } of options) {
    if (naming.test(name) && value !== '') return { name, company: value }
    const isMisspelt = /^cross[-_ ]?compan(?:y|ies)$/i.test(name) && name !== 'cross-company'
    if (isMisspelt && /^true$/i.test(value)) return { name, company: null }
  }
  return null
}
