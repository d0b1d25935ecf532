import { mix, pick } from '@/lib/sandbox/finops/model/random'

type List = readonly [string, ...string[]]

/** Words that company, person and product names are made of; all made up. */
export const firstNames: List = [
  'Ada',
  'Amir',
  'Anneli',
  'Beatriz',
  'Bram',
  'Carla',
  'Chidi',
  'Dagny',
  'Devi',
  'Elif',
  'Emeka',
  'Fiona',
  'Gustav',
  'Hana',
  'Ignacio',
  'Ingrid',
  'Jonas',
  'Kaveh',
  'Lena',
  'Lucía',
  'Mateo',
  'Mei',
  'Nadia',
  'Noor',
  'Oskar',
  'Petra',
  'Quentin',
  'Rosa',
  'Sanjay',
  'Tove',
  'Umi',
  'Yusuf',
]
export const lastNames: List = [
  'Abara',
  'Bergström',
  'Castillo',
  'Dubois',
  'Eriksen',
  'Fischer',
  'Garnier',
  'Haddad',
  'Iyer',
  'Jansen',
  'Kowalski',
  'Lindqvist',
  'Moreau',
  'Nakamura',
  'Okafor',
  "O'Neil",
  'Petrov',
  'Quist',
  'Rossi',
  'Schneider',
  'Tanaka',
  'Ueda',
  'Vargas',
  'Weber',
  'Yilmaz',
  'Zhou',
]
const nameBegins: List = [
  'Alder',
  'Birch',
  'Blue Yonder',
  'Cedar',
  'Copper',
  'Desert',
  'Evergreen',
  'Fabrikam',
  'Forest',
  'Granite',
  'Harbor',
  'Island',
  'Juniper',
  'Lakeside',
  'Maple',
  'Northwind',
  'Oasis',
  'Pelican',
  'Quarry',
  'River',
  'Sparrow',
  'Sunset',
  'Tailspin',
  'Timber',
  'Valley',
  'Whole Sky',
  'Wingtip',
]
const nameEnds: List = [
  'Retail',
  'Wholesales',
  'Electronics',
  'Audio',
  'Traders',
  'Supplies',
  'Systems',
  'Imports',
  'Outlet',
  'Distribution',
  'Hardware',
  'Studios',
  'Partners',
  'Logistics',
]
export const streets: List = [
  'Main Street',
  'Station Road',
  'Harbor Way',
  'Mill Lane',
  'Cedar Avenue',
  'Market Square',
  'Orchard Drive',
  'Ridge Road',
  'Foundry Street',
  'Garden Path',
]
const productKinds: List = [
  'Speaker',
  'Headphones',
  'Amplifier',
  'Projector',
  'Soundbar',
  'Turntable',
  'Receiver',
  'Television',
  'Cable',
  'Microphone',
  'Cabinet',
  'Wall mount',
  'Remote control',
  'Battery',
]
const productLooks: List = [
  'Standard',
  'MidRange',
  'HighEnd',
  'Compact',
  'Studio',
  'Outdoor',
  'Wireless',
  'Classic',
]

/** `Cedar Retail`; with a number behind it when many rows would share a name. */
export function organizationName(seed: number): string {
  return `${pick(nameBegins, seed, 11)} ${pick(nameEnds, seed, 12)}`
}

export function personName(seed: number): string {
  return `${pick(firstNames, seed, 13)} ${pick(lastNames, seed, 14)}`
}

export function street(seed: number): string {
  return `${(mix(seed, 15) % 980) + 1} ${pick(streets, seed, 16)}`
}

export function productName(seed: number): string {
  return `${pick(productLooks, seed, 17)} ${pick(productKinds, seed, 18)}`
}

/** A phone number of the range that is kept free for fiction. */
export function phone(seed: number): string {
  return `555-01${String(mix(seed, 19) % 100).padStart(2, '0')}`
}
