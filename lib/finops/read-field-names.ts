import { z } from 'zod'
import type { Failure } from '@/lib/diagnosis/failure'
import type { Environment } from '@/lib/finops/environment'
import { readODataJson } from '@/lib/finops/read-odata'

type Limits = Readonly<{ signal: AbortSignal; timeoutMs: number }>

const PublicEntity = z.object({ Properties: z.array(z.object({ Name: z.string() })) })
const Rows = z.object({ value: z.array(z.record(z.string(), z.unknown())) })

/** Of one entity of the widest kind; whole metadata is a thousand times that. */
const bodyBytesMax = 4 * 1024 ** 2

/** Whether F&O says that a name is none of the entity's fields. */
export function isFieldUnknown({ message, bodyExcerpt }: Failure): boolean {
  return /Could not find a property named '|property '[^'\n]{1,120}' does not exist on type/i.test(
    `${message}\n${bodyExcerpt}`,
  )
}

/**
 * Names of the fields of the entity that `failure` is about: from the description of its type, or
 * else from one row of its set. Undefined where neither comes in time; a failure is no reason for
 * another one.
 */
export async function readFieldNames(
  environment: Environment,
  failure: Failure,
  limits: Limits,
): Promise<readonly string[] | undefined> {
  const call = { ...limits, bodyBytesMax, waitMsMax: 0 }
  const described = await fieldsOfType(environment, failure, call).catch(() => undefined)
  return described ?? (await fieldsOfARow(environment, failure, call).catch(() => undefined))
}

async function fieldsOfType(
  environment: Environment,
  { message, bodyExcerpt }: Failure,
  call: Limits,
): Promise<readonly string[] | undefined> {
  const said = /on type '(?:[\w.]{1,200}\.)?(\w{1,200})'/.exec(`${message}\n${bodyExcerpt}`)
  if (said === null) return undefined
  const path = `/metadata/PublicEntities('${said[1]}')`
  const { Properties } = await readODataJson(environment, PublicEntity, { ...call, path })
  return Properties.map(({ Name }) => Name)
}

async function fieldsOfARow(
  environment: Environment,
  { url }: Failure,
  call: Limits,
): Promise<readonly string[] | undefined> {
  const set = /\/data\/(\w{1,200})/.exec(url)?.[1]
  if (set === undefined) return undefined
  const page = await readODataJson(environment, Rows, { ...call, path: set, query: '$top=1' })
  const names = Object.keys(page.value[0] ?? {}).filter((name) => !name.includes('@'))
  return names.length > 0 ? names : undefined
}
