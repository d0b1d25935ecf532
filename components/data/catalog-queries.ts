import { queryOptions, skipToken } from '@tanstack/react-query'
import { fetchJson } from '@/components/data/fetch-json'
import { CatalogStatus, EntitySetDetail } from '@/lib/contract/catalog'
import { EntityFactList } from '@/lib/contract/catalog-facts'
import { CatalogFileList } from '@/lib/contract/catalog-file'
import { CatalogFileId } from '@/lib/contract/ids'
import { EntityLabels, LabelStatus, LabelTexts } from '@/lib/contract/labels'

const labelsEveryMs = 1500

/** Whether a catalog is that of a file; then there is no environment to be asked. */
function isFile(ownerId: string): boolean {
  return CatalogFileId.safeParse(ownerId).success
}

/** Where the API tells of the catalog of a connection, or of the one of a file. */
export function catalogUrl(ownerId: string): string {
  return isFile(ownerId) ? `/api/catalogs/${ownerId}` : `/api/connections/${ownerId}/catalog`
}

/** Catalogs that were opened from files, the newest first. */
export const catalogFiles = () =>
  queryOptions({
    queryKey: ['catalog-files'],
    queryFn: ({ signal }) => fetchJson(CatalogFileList, '/api/catalogs', { signal }),
  })

/** The catalogs that a connection has had, the present one first. */
export const catalogOf = (connectionId: string) =>
  queryOptions({
    queryKey: ['connections', connectionId, 'catalog'],
    queryFn: ({ signal }) => fetchJson(CatalogStatus, catalogUrl(connectionId), { signal }),
  })

/** All that the catalog with `hash` says of one entity set; the same for as long as the hash is. */
export const entitySetDetailOf = (connectionId: string, hash: string, name: string) =>
  queryOptions({
    queryKey: ['connections', connectionId, 'catalog', hash, name],
    queryFn: ({ signal }) => {
      const path = `${catalogUrl(connectionId)}/entity-sets/${encodeURIComponent(name)}`
      return fetchJson(EntitySetDetail, path, { signal })
    },
    staleTime: Number.POSITIVE_INFINITY,
  })

/** What the environment says of its entities beside their fields; the server keeps it. */
export const entityFactsOf = (connectionId: string) =>
  queryOptions({
    queryKey: ['connections', connectionId, 'facts'],
    queryFn: isFile(connectionId)
      ? skipToken
      : ({ signal }) =>
          fetchJson(EntityFactList, `/api/connections/${connectionId}/catalog/facts`, { signal }),
    staleTime: 10 * 60_000,
    retry: false,
  })

const labelsPath = (connectionId: string, what: string, language: string) =>
  `/api/connections/${connectionId}/catalog/${what}?language=${encodeURIComponent(language)}`

/** How far the labels of a connection have been read; asked again while they are. */
export const labelStatusOf = (connectionId: string, language: string) =>
  queryOptions({
    queryKey: ['connections', connectionId, 'labels', language],
    queryFn: ({ signal }) =>
      fetchJson(LabelStatus, labelsPath(connectionId, 'labels', language), { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'reading' ? labelsEveryMs : false),
  })

/** The texts themselves; `known` of them were there when they were asked for. */
export const labelTextsOf = (connectionId: string, language: string, known: number) =>
  queryOptions({
    queryKey: ['connections', connectionId, 'label-texts', language, known],
    queryFn: ({ signal }) =>
      fetchJson(LabelTexts, labelsPath(connectionId, 'labels/texts', language), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  })

/** The texts of one entity set, which is asked for again until none is missing. */
export const entityLabelsOf = (
  connectionId: string,
  { hash, name, language }: Readonly<{ hash: string; name: string; language: string }>,
) =>
  queryOptions({
    queryKey: ['connections', connectionId, 'catalog', hash, name, 'labels', language],
    queryFn: isFile(connectionId)
      ? skipToken
      : ({ signal }) => {
          const what = `entity-sets/${encodeURIComponent(name)}/labels`
          return fetchJson(EntityLabels, labelsPath(connectionId, what, language), { signal })
        },
    staleTime: 10 * 60_000,
    retry: false,
    refetchInterval: ({ state }) =>
      // As many answers as a large entity needs, so that a slow environment is not asked for ever.
      (state.data?.missing ?? 0) > 0 && state.dataUpdateCount < entityAsksMax ? 200 : false,
  })

const entityAsksMax = 20
