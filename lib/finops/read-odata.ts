import type { z } from 'zod'
import type { Failure } from '@/lib/diagnosis/failure'
import type { AccessToken } from '@/lib/entra/get-token'
import { callOData, type ODataAnswer, type ODataRead } from '@/lib/finops/call-odata'
import type { Environment } from '@/lib/finops/environment'
import { FinopsError } from '@/lib/finops/errors'
import { requestUrl } from '@/lib/finops/request-url'
import type { StreamingAnswer } from '@/lib/http/outbound'
import { cancelled, OutboundError } from '@/lib/http/outbound-error'
import { discard } from '@/lib/http/read-body'
import { parseRetryAfterMs } from '@/lib/http/retry-after'
import { sleep } from '@/lib/http/until-aborted'

/** A 401 to a token younger than this is no question of age: another one would be refused too. */
const oldTokenMs = 60_000

/** Most that is read into memory for one answer. */
const jsonBytesMax = 64 * 1024 ** 2

/**
 * Reads from the environment as the connection's app. Any status is an answer, its body untouched;
 * a refused old token is replaced once, and 429 is waited out as Retry-After says.
 *
 * @throws {TokenError} when no token is to be had; {@link FinopsError} `unreachable`,
 * `path_outside`; {@link OutboundError} `cancelled`.
 */
export async function readOData(environment: Environment, read: ODataRead): Promise<ODataAnswer> {
  const url = requestUrl(environment, read)
  const startedAt = performance.now()
  let token = await environment.token({ signal: read.signal })
  let tokenMs = performance.now() - startedAt
  let isReplaced = false
  let waitMsLeft = read.waitMsMax ?? 30_000
  let throttledMs = 0

  for (let attempts = 1; ; attempts += 1) {
    const answer = await callOData(environment, { url, read, token })
    if (answer.status === 401 && !isReplaced && isOld(token, environment)) {
      await discard(answer.body)
      const refusedAt = performance.now()
      token = await environment.token({ signal: read.signal, replaces: token.value })
      tokenMs += performance.now() - refusedAt
      isReplaced = true
      continue
    }
    const waitMs = answer.status === 429 ? pauseMs(answer, environment, attempts) : undefined
    if (waitMs === undefined || waitMs > waitMsLeft) {
      return { ...answer, attempts, tokenMs, throttledMs }
    }
    waitMsLeft -= waitMs
    throttledMs += waitMs
    await discard(answer.body)
    await sleep(waitMs, read.signal).catch((error: unknown) => {
      throw cancelled(new URL(url).host, 'request', error)
    })
  }
}

/**
 * Reads JSON of the shape `schema`.
 *
 * @throws {FinopsError} `refused` for a status other than 2xx, `malformed` for an answer that is
 * not of that shape (a login page, for one), and as {@link readOData} does.
 */
export async function readODataJson<T>(
  environment: Environment,
  schema: z.ZodType<T>,
  read: ODataRead,
): Promise<T> {
  const answer = await readOData(environment, { bodyBytesMax: jsonBytesMax, ...read })
  if (answer.status < 200 || answer.status > 299) {
    throw new FinopsError('refused', await answer.failure())
  }
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of answer.body) chunks.push(chunk)
  } catch (error) {
    throw broken(error, await answer.failure({ error }))
  }
  const body = Buffer.concat(chunks).toString('utf8')
  const parsed = schema.safeParse(parseJson(body))
  if (parsed.success) return parsed.data
  const message = `The answer is not what was asked for: ${summary(parsed.error)}`
  const failure = await answer.failure({ body, code: 'answer_malformed', message })
  throw new FinopsError('malformed', failure, parsed.error)
}

function isOld(token: AccessToken, { now }: Environment): boolean {
  return now().getTime() - token.mintedAt.getTime() >= oldTokenMs
}

function pauseMs(answer: StreamingAnswer, { now }: Environment, attempts: number): number {
  return parseRetryAfterMs(answer.headers['retry-after'], now()) ?? 1000 * 2 ** (attempts - 1)
}

function broken(error: unknown, failure: Failure): OutboundError | FinopsError {
  if (error instanceof OutboundError && error.code === 'cancelled') return error
  return new FinopsError('unreachable', failure, error)
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    // A login page comes with 200; the schema refuses it as it refuses any other shape.
    return undefined
  }
}

function summary(error: z.ZodError): string {
  const [issue] = error.issues
  return `${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? 'no reason'}`
}
