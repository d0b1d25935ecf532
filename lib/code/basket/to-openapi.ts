import { toKeySegment } from '@/lib/code/basket/key-segment'
import { toRowSchema, toSchemas } from '@/lib/code/basket/openapi-schemas'
import { responses, rowsSchema, sharedParameters } from '@/lib/code/basket/openapi-shared'
import { nameTypes, type TypeNames } from '@/lib/code/basket/type-names'
import type { EntitySetDetail } from '@/lib/contract/catalog'

export type OpenApiFacts = Readonly<{
  /** What it is called: the connection's name. */
  title: string
  /** Origin of the environment. */
  environmentUrl: string
  /** Where tokens are minted; undefined while the connection does not know yet. */
  tokenUrl: string | undefined
}>

/**
 * A slim OpenAPI document of some entity sets: what their rows hold, and the calls that read and
 * write them.
 *
 * @see https://spec.openapis.org/oas/v3.1.1
 */
export function toOpenApi(details: readonly EntitySetDetail[], facts: OpenApiFacts): object {
  const names = nameTypes(details)
  const version = details[0]?.hash.slice(0, 12) || '0'
  return {
    openapi: '3.1.0',
    info: {
      title: facts.title,
      version,
      description: `Entity sets of ${facts.environmentUrl}, from its $metadata ${version}.`,
    },
    servers: [{ url: `${facts.environmentUrl}/data` }],
    security: [{ entra: [] }],
    tags: details.map(({ name }) => ({ name })),
    paths: Object.fromEntries(details.flatMap((detail) => pathsOf(detail, names))),
    components: {
      schemas: toSchemas(details, names),
      parameters: sharedParameters,
      responses,
      securitySchemes: { entra: toScheme(facts) },
    },
  }
}

function toScheme({ tokenUrl, environmentUrl }: OpenApiFacts): object {
  if (tokenUrl === undefined) return { type: 'http', scheme: 'bearer' }
  const scopes = { [`${environmentUrl}/.default`]: 'All that the app is registered for' }
  return { type: 'oauth2', flows: { clientCredentials: { tokenUrl, scopes } } }
}

function pathsOf(detail: EntitySetDetail, names: TypeNames): [string, object][] {
  const { name, isSingleton, key } = detail
  const whole: [string, object] = [
    `/${name}`,
    isSingleton ? one(detail, names) : all(detail, names),
  ]
  if (isSingleton || key.length === 0) return [whole]
  const { path, parameters } = toKeySegment(detail)
  return [whole, [`/${name}${path}`, { parameters, ...one(detail, names) }]]
}

function all(detail: EntitySetDetail, names: TypeNames): object {
  const row = toRowSchema(detail, names)
  return {
    get: {
      ...head('list', detail, names),
      parameters: Object.keys(sharedParameters).map((id) => ({
        $ref: `#/components/parameters/${id}`,
      })),
      responses: answers(200, 'A page of rows', rowsSchema(row)),
    },
    ...(detail.isReadOnly
      ? {}
      : {
          post: {
            ...head('create', detail, names),
            requestBody: body({ allOf: [row, { required: requiredOf(detail) }] }),
            responses: answers(201, 'The new row', row),
          },
        }),
  }
}

function one(detail: EntitySetDetail, names: TypeNames): object {
  const row = toRowSchema(detail, names)
  const options = ['select', 'expand', 'crossCompany']
  return {
    get: {
      ...head('get', detail, names),
      parameters: options.map((id) => ({ $ref: `#/components/parameters/${id}` })),
      responses: answers(200, 'The row', row),
    },
    ...(detail.isReadOnly
      ? {}
      : {
          patch: {
            ...head('update', detail, names),
            requestBody: body(row),
            responses: answers(204, 'Changed'),
          },
        }),
    ...(detail.isReadOnly || detail.isSingleton
      ? {}
      : { delete: { ...head('delete', detail, names), responses: answers(204, 'Deleted') } }),
  }
}

function head(verb: string, { name }: EntitySetDetail, names: TypeNames): object {
  return { operationId: `${verb}_${names.ofSet(name)}`, tags: [name] }
}

/** F&O fills in the company where it is not named. */
function requiredOf({ fields }: EntitySetDetail): string[] {
  return fields
    .filter(({ isRequired, allowEditOnCreate }) => isRequired && allowEditOnCreate)
    .map(({ name }) => name)
}

function body(schema: object): object {
  return { required: true, content: { 'application/json': { schema } } }
}

function answers(status: number, description: string, schema?: object): object {
  const content = schema ? { content: { 'application/json': { schema } } } : {}
  return {
    [status]: { description, ...content },
    429: { $ref: '#/components/responses/throttled' },
    default: { $ref: '#/components/responses/failed' },
  }
}
