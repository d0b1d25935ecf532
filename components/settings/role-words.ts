import type { GrantRole, Role } from '@/lib/contract/rights'

/** What each role is told to be, where one is chosen. */
export const roleOptions: readonly Readonly<{ value: Role; label: string }>[] = [
  { value: 'viewer', label: 'Viewer: sees state, catalog and proofs' },
  { value: 'operator', label: 'Operator: also proves, reads data and exports' },
  { value: 'admin', label: 'Admin: also keeps credentials, settings and people' },
]

/** What a grant says in a word or two; `data` is a viewer who may read rows. */
export type Access = GrantRole | 'data'

export const accessOptions: readonly Readonly<{ value: Access; label: string }>[] = [
  { value: 'none', label: 'Nothing: it is not shown' },
  { value: 'viewer', label: 'Viewer' },
  { value: 'data', label: 'Viewer who reads data' },
  { value: 'operator', label: 'Operator' },
]

export const useWords = {
  production: 'Production',
  sandbox: 'Sandboxes',
  development: 'Development',
  practice: 'Practice tenant',
  other: 'Of unknown use',
} as const
