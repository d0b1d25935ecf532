import { CatalogFileId } from '@/lib/contract/ids'
import type { StepId } from '@/lib/steps/step'

/** Where the catalog of a connection is explored, or the one of a file. */
function explorerOf(ownerId: string): string {
  const isFile = CatalogFileId.safeParse(ownerId).success
  return isFile ? `/catalogs/${ownerId}` : `/connections/${ownerId}/explorer`
}

/** Every page of the app by name: links are made here and nowhere else. */
export const paths = {
  dashboard: () => '/dashboard',
  kiosk: () => '/dashboard/kiosk',
  connections: () => '/connections',
  connect: () => '/connect',
  connection: (connectionId: string) => `/connections/${connectionId}`,
  newestProof: (connectionId: string) => `/connections/${connectionId}#proof`,
  setup: (connectionId: string, step: StepId) => `/connections/${connectionId}/setup/${step}`,
  setupTest: (connectionId: string) => `/connections/${connectionId}/setup/test`,
  proof: (connectionId: string, proofId: string) =>
    `/connections/${connectionId}/proofs/${proofId}`,
  compareProofs: (
    connectionId: string,
    { before, after }: Readonly<{ before?: string; after?: string }> = {},
  ) => {
    const chosen = new URLSearchParams({ ...(before && { before }), ...(after && { after }) })
    return `/connections/${connectionId}/proofs/compare${chosen.size > 0 ? `?${chosen}` : ''}`
  },
  exports: (connectionId: string) => `/connections/${connectionId}/exports`,
  queries: (connectionId: string) => `/connections/${connectionId}/queries`,
  /**
   * What the list of entity sets is searched for, its category and the tab go along from set to
   * set; `options` is a query to run there.
   */
  explorer: (
    connectionId: string,
    entitySet?: string,
    {
      find = '',
      category = '',
      tab = '',
      options = '',
    }: Readonly<{ find?: string; category?: string; tab?: string; options?: string }> = {},
  ) => {
    const list = explorerOf(connectionId)
    const page = entitySet === undefined ? list : `${list}/${encodeURIComponent(entitySet)}`
    const chosen = Object.entries({ find, category, tab, options }).filter(
      ([, value]) => value !== '',
    )
    const search = chosen.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
    return search === '' ? page : `${page}?${search}`
  },
  /** The catalog beside an earlier reading, by its hash, or beside another connection's. */
  drift: (connectionId: string, other = '') => {
    const page = `${explorerOf(connectionId)}/drift`
    return other === '' ? page : `${page}?with=${encodeURIComponent(other)}`
  },
  troubleshooting: (step?: StepId | 'none') =>
    step === undefined ? '/troubleshooting' : `/troubleshooting?step=${step}`,
  troubleshootingEntry: (rule: string) => `/troubleshooting/${encodeURIComponent(rule)}`,
  pasteError: () => '/troubleshooting/paste',
  settings: () => '/settings',
  settingsSessions: () => '/settings/sessions',
  settingsMembers: () => '/settings/members',
  settingsTokens: () => '/settings/tokens',
  settingsAudit: () => '/settings/audit',
  signIn: () => '/sign-in',
  setUp: () => '/set-up',
  practice: () => '/practice',
} as const
