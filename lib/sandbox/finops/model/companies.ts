/** A legal entity of the practice environment. */
export type Company = Readonly<{
  id: string
  name: string
  country: string
  isoCountry: string
  currency: string
  language: string
  /** Begins the account numbers of its customers. */
  prefix: string
  /** Share of the rows, in percent. */
  share: number
  cities: readonly [readonly [string, string, string], ...(readonly [string, string, string])[]]
}>

export const companies: readonly [Company, ...Company[]] = [
  {
    id: 'usmf',
    name: 'Contoso Entertainment System USA',
    country: 'USA',
    isoCountry: 'US',
    currency: 'USD',
    language: 'en-us',
    prefix: 'US',
    share: 45,
    cities: [
      ['Seattle', 'WA', '98101'],
      ['Portland', 'OR', '97204'],
      ['Denver', 'CO', '80202'],
      ['Austin', 'TX', '78701'],
      ['Chicago', 'IL', '60601'],
    ],
  },
  {
    id: 'usrt',
    name: 'Contoso Retail USA',
    country: 'USA',
    isoCountry: 'US',
    currency: 'USD',
    language: 'en-us',
    prefix: 'RT',
    share: 20,
    cities: [
      ['Houston', 'TX', '77002'],
      ['Miami', 'FL', '33130'],
      ['Boston', 'MA', '02108'],
    ],
  },
  {
    id: 'demf',
    name: 'Contoso Entertainment System Germany',
    country: 'DEU',
    isoCountry: 'DE',
    currency: 'EUR',
    language: 'de',
    prefix: 'DE',
    share: 15,
    cities: [
      ['Köln', 'NW', '50667'],
      ['München', 'BY', '80331'],
      ['Hamburg', 'HH', '20095'],
    ],
  },
  {
    id: 'frrt',
    name: 'Contoso Retail France',
    country: 'FRA',
    isoCountry: 'FR',
    currency: 'EUR',
    language: 'fr',
    prefix: 'FR',
    share: 12,
    cities: [
      ['Lyon', '69', '69001'],
      ['Nîmes', '30', '30000'],
      ['Paris', '75', '75001'],
    ],
  },
  {
    id: 'gbsi',
    name: 'Contoso Group UK',
    country: 'GBR',
    isoCountry: 'GB',
    currency: 'GBP',
    language: 'en-gb',
    prefix: 'GB',
    share: 8,
    cities: [
      ['Leeds', 'WYK', 'LS1 4AP'],
      ['Bristol', 'AVN', 'BS1 5TR'],
    ],
  },
  {
    id: 'DAT',
    name: 'Company accounts data',
    country: 'USA',
    isoCountry: 'US',
    currency: 'USD',
    language: 'en-us',
    prefix: 'DA',
    share: 0,
    cities: [['Redmond', 'WA', '98052']],
  },
]

/** The company with this id, in any case as F&O compares, or the first. */
export function companyOf(id: string): Company {
  return getCompany(id) ?? companies[0]
}

export function getCompany(id: string): Company | undefined {
  const wanted = id.toLowerCase()
  return companies.find((company) => company.id.toLowerCase() === wanted)
}

/** How many of `total` rows fall to a company; all companies together have exactly `total`. */
export function shareOf(total: number, id: string): number {
  let before = 0
  for (const company of companies) {
    const after = before + company.share
    if (company.id === id)
      return Math.floor((total * after) / 100) - Math.floor((total * before) / 100)
    before = after
  }
  return 0
}
