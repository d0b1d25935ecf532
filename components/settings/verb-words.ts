import type { TokenVerb } from '@/lib/contract/rights'

/** What a token may do, after "may". */
export const verbWords: Readonly<Record<TokenVerb, string>> = {
  'connection.read': 'See state, catalog and proofs',
  'connection.prove': 'Run proofs and read catalogs anew',
  'data.read': 'Read rows',
  'data.export': 'Export rows',
  'data.write': 'Change rows, where production is open or it is none',
}
