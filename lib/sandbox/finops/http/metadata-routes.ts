import type { KeyPart } from '@/lib/odata/keys'
import { parseQueryOptions } from '@/lib/odata/query-options'
import { parseResourcePath } from '@/lib/odata/resource-path'
import { toServiceDocument } from '@/lib/odata/service-document'
import {
  badRequest,
  FinopsRefusal,
  methodNotAllowed,
  noRoute,
  odataError,
} from '@/lib/sandbox/finops/http/answers'
import { german } from '@/lib/sandbox/finops/metadata/german'
import {
  findEntity,
  labelTexts,
  toDataEntity,
  toPublicEntity,
  toPublicEnumeration,
} from '@/lib/sandbox/finops/metadata/rest-metadata'
import { enumTypes, getEnumType } from '@/lib/sandbox/finops/model/enums'
import { contentTypeOf, wireOf } from '@/lib/sandbox/finops/read/wire'
import type { Call, World } from '@/lib/sandbox/finops/world'

type Source = Readonly<{
  list: (world: World) => readonly object[]
  get: (world: World, name: string) => object | undefined
}>

const sources: Readonly<Record<string, Source>> = {
  DataEntities: {
    list: ({ catalog }) => [...catalog.values()].map(toDataEntity),
    get: ({ catalog }, name) => {
      const set = findEntity(catalog, name)
      return set && toDataEntity(set)
    },
  },
  PublicEntities: {
    list: ({ catalog }) => [...catalog.values()].map((set) => toPublicEntity(set, catalog)),
    get: ({ catalog }, name) => {
      const set = findEntity(catalog, name)
      return set && toPublicEntity(set, catalog)
    },
  },
  PublicEnumerations: {
    list: () => enumTypes.map(toPublicEnumeration),
    get: (_world, name) => {
      const type = getEnumType(name)
      return type && toPublicEnumeration(type)
    },
  },
}

/** Answers everything below `/metadata`: what F&O tells of its entities as JSON. */
export function answerMetadata(call: Call, path: string): Response {
  if (call.request.method !== 'GET') throw methodNotAllowed(call.request.method, 'GET')
  const [first, second] = parseResourcePath(path.replace(/\/$/, ''))
  const context = `${call.world.origin}/metadata/$metadata`
  if (!first) return json(call, toServiceDocument(context, [...Object.keys(sources), 'Labels']))
  if (second) throw noRoute(call.request)
  if (first.name === 'Labels') return answerLabel(call, first.key ?? [])
  const source = Object.hasOwn(sources, first.name) ? sources[first.name] : undefined
  if (!source) throw noRoute(call.request)
  if (!first.key) return answerList(call, first.name, source)
  const item = source.get(call.world, textOf(first.key[0]))
  if (!item) throw noRoute(call.request)
  return json(call, { '@odata.context': `${context}#${first.name}/$entity`, ...item })
}

function textOf(part: KeyPart | undefined): string {
  return part?.value.type === 'Edm.String' ? part.value.value : ''
}

function answerList(call: Call, name: string, source: Source): Response {
  const options = parseQueryOptions(call.url.search)
  if (options.filter || options.expand || options.orderBy || options.unknown) {
    throw badRequest('Only $top, $skip, $select and $count are supported here.')
  }
  const all = source.list(call.world)
  const skip = options.skip ?? 0
  const page = all.slice(skip, skip + (options.top ?? all.length))
  const { select } = options
  const value = select
    ? page.map((item) =>
        Object.fromEntries(Object.entries(item).filter(([key]) => select.includes(key))),
      )
    : page
  return json(call, {
    '@odata.context': `${call.world.origin}/metadata/$metadata#${name}`,
    ...(options.count ? { '@odata.count': all.length } : {}),
    value,
  })
}

function answerLabel(call: Call, key: readonly KeyPart[]): Response {
  if (key.length === 0) throw labelsAreNotListed()
  const id = textOf(key.find((part) => part.name === 'Id'))
  const language = textOf(key.find((part) => part.name === 'Language'))
  if (id === '' || language === '') throw noRoute(call.request)
  return json(call, {
    '@odata.context': `${call.world.origin}/metadata/$metadata#Labels/$entity`,
    Id: id,
    Language: language,
    Value: textIn(language, labelTexts(call.world.catalog).get(id.toLowerCase()) ?? ''),
  })
}

function textIn(language: string, text: string): string {
  const isGerman = /^de(-|$)/i.test(language)
  return isGerman && Object.hasOwn(german, text) ? (german[text] ?? text) : text
}

/** F&O's words, as clients that tried to filter have met them. */
function labelsAreNotListed(): FinopsRefusal {
  const message = 'The label id and language must be provided as part of the key segment.'
  return new FinopsRefusal(501, odataError(message, 'System.NotImplementedException'))
}

function json(call: Call, body: object): Response {
  const contentType = contentTypeOf(wireOf(call.request, undefined))
  return new Response(JSON.stringify(body), { headers: { 'content-type': contentType } })
}
