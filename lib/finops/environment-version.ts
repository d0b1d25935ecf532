import { z } from 'zod'
import type { Environment } from '@/lib/finops/environment'
import { readODataJson } from '@/lib/finops/read-odata'

const Answer = z.object({ value: z.string() })

const actions = {
  application: 'GetApplicationVersion',
  applicationBuild: 'GetApplicationBuildVersion',
  platformBuild: 'GetPlatformBuildVersion',
} as const

/** Which F&O runs there, in its own words: `10.0.44`, `10.0.2263.61`, `7.0.7690.48`. */
export type EnvironmentVersion = Readonly<Record<keyof typeof actions, string>>

/**
 * Asks the environment for its version, by three actions on `DataManagementEntities` that change
 * nothing.
 *
 * @throws {FinopsError} where the user may not, or the environment does not offer them;
 * {@link TokenError}, {@link OutboundError} `cancelled`
 * @see https://github.com/mafzaal/d365fo-client, whose calls these are
 */
export async function readEnvironmentVersion(
  environment: Environment,
  { signal, waitMsMax }: Readonly<{ signal: AbortSignal; waitMsMax?: number }>,
): Promise<EnvironmentVersion> {
  const ask = async (action: string) => {
    const path = `DataManagementEntities/Microsoft.Dynamics.DataEntities.${action}`
    const waits = waitMsMax === undefined ? {} : { waitMsMax }
    return (await readODataJson(environment, Answer, { path, method: 'POST', signal, ...waits }))
      .value
  }
  return {
    application: await ask(actions.application),
    applicationBuild: await ask(actions.applicationBuild),
    platformBuild: await ask(actions.platformBuild),
  }
}
