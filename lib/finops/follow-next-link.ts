import type { ODataAnswer, ODataRead } from '@/lib/finops/call-odata'
import type { Environment } from '@/lib/finops/environment'
import { readOData } from '@/lib/finops/read-odata'
import { nextLinkUrl } from '@/lib/finops/request-url'

/**
 * Reads the page behind a next link, which must lead to the environment itself.
 *
 * @throws {FinopsError} `next_link_elsewhere`, and as {@link readOData} does.
 */
export async function followNextLink(
  environment: Environment,
  nextLink: string,
  options: Omit<ODataRead, 'path' | 'query'>,
): Promise<ODataAnswer> {
  const url = new URL(nextLinkUrl(environment, nextLink))
  return await readOData(environment, {
    ...options,
    path: url.pathname,
    query: url.search.slice(1),
  })
}
