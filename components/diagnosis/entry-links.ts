import type { KnowledgeEntry } from '@/lib/diagnosis/knowledge'
import { type DeepLink, deepLink, type LinkFacts } from '@/lib/steps/deep-links'

const anywhere: LinkFacts = {
  cloud: 'public',
  authorityOrigin: null,
  tenantId: null,
  clientId: null,
  environmentUrl: null,
}

/**
 * Pages that an entry leads to where no connection is at hand. Those of one app lead to the list
 * of apps then, are called so, and stand there once.
 */
export function entryLinks({ links }: Pick<KnowledgeEntry, 'links'>): DeepLink[] {
  const apps = deepLink('app-registrations', anywhere)
  const found = links
    .map((id) => deepLink(id, anywhere))
    .filter((link) => link !== undefined)
    .map((link) => (link.href === apps?.href ? apps : link))
  return [...new Map(found.map((link) => [link.href, link])).values()]
}
