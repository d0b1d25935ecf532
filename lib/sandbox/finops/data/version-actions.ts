import type { EntityAction } from '@/lib/sandbox/finops/model/schema'

/** What this practice environment says of itself: a plausible service update and its build. */
const versions = {
  GetApplicationVersion: '10.0.44',
  GetApplicationBuildVersion: '10.0.2263.61',
  GetPlatformBuildVersion: '7.0.7690.48',
} as const

/** The static methods by which F&O tells what runs there; they take nothing and change nothing. */
export const versionActions: readonly EntityAction[] = Object.entries(versions).map(
  ([name, version]) => ({
    name,
    boundTo: 'collection',
    parameters: [],
    returns: 'Edm.String',
    run: () => version,
  }),
)
