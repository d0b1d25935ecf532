import { z } from 'zod'

const Flag = z.enum(['on', 'off'])
const emptyIsUnset = (value: unknown) => (value === '' ? undefined : value)

const EnvSchema = z.object({
  PORT: z.preprocess(emptyIsUnset, z.coerce.number().int().min(0).max(65_535).default(3000)),
  FIVESTEP_DATA_DIR: z.preprocess(emptyIsUnset, z.string().default('.data')),
  FIVESTEP_MASTER_KEY: z.preprocess(
    emptyIsUnset,
    z
      .string()
      .regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes in base64 (openssl rand -base64 32)')
      .optional(),
  ),
  DATABASE_URL: z.preprocess(
    emptyIsUnset,
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
      .optional(),
  ),
  FIVESTEP_SANDBOX: z.preprocess(emptyIsUnset, Flag.default('on')),
  FIVESTEP_SANDBOX_PORT: z.preprocess(
    emptyIsUnset,
    z.coerce.number().int().min(0).max(65_535).default(0),
  ),
  FIVESTEP_EGRESS_ALLOW: z.preprocess(
    emptyIsUnset,
    z
      .string()
      .default('')
      .transform((value) =>
        value
          .split(',')
          .map((entry) => entry.trim().toLowerCase())
          .filter(Boolean),
      )
      .pipe(
        z.array(
          z
            .string()
            .regex(
              /^[a-z0-9.*-]+(:\d{1,5})?$|^\[[0-9a-f:]+\](:\d{1,5})?$/,
              'must be host or host:port, comma separated',
            ),
        ),
      ),
  ),
  FIVESTEP_BASE_URL: z.preprocess(emptyIsUnset, z.url({ protocol: /^https?$/ }).optional()),
  FIVESTEP_LOG_LEVEL: z.preprocess(
    emptyIsUnset,
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ),
  HTTPS_PROXY: z.preprocess(emptyIsUnset, z.url({ protocol: /^https?$/ }).optional()),
  NO_PROXY: z.preprocess(emptyIsUnset, z.string().default('')),
  AZURE_FEDERATED_TOKEN_FILE: z.preprocess(emptyIsUnset, z.string().optional()),
  AZURE_CLIENT_ID: z.preprocess(emptyIsUnset, z.guid().optional()),
  NODE_EXTRA_CA_CERTS: z.preprocess(emptyIsUnset, z.string().optional()),
  FIVESTEP_AUDIT_DAYS: z.preprocess(
    emptyIsUnset,
    z.coerce.number().int().min(30).max(36_500).default(730),
  ),
  NODE_ENV: z.string().optional(),
})

/** The configuration, parsed. `FIVESTEP_EGRESS_ALLOW` is a list of `host` or `host:port`. */
export type Env = z.infer<typeof EnvSchema>

/** A variable holds what it cannot; the message has a line for each, naming it. */
export class EnvError extends Error {
  override readonly name = 'EnvError'
}

/**
 * Parses the configuration out of `source`; lower-case `https_proxy` and `no_proxy` count too.
 *
 * @throws {EnvError} naming each variable that holds what it cannot; values are never repeated,
 * since one of them may be a key.
 */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const parsed = EnvSchema.safeParse({
    ...source,
    HTTPS_PROXY: source.HTTPS_PROXY ?? source.https_proxy,
    NO_PROXY: source.NO_PROXY ?? source.no_proxy,
  })
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`)
  throw new EnvError(`The configuration is not usable:\n${lines.join('\n')}`, {
    cause: parsed.error,
  })
}

let current: Env | undefined

/** The configuration of this process, read once. @throws {EnvError} as {@link parseEnv} does. */
export function env(): Env {
  current ??= parseEnv(process.env)
  return current
}
