import { practiceHostSuffix } from '@/lib/steps/cloud'

/** Hosts of the practice tenant that are no environment. */
export const loginHost = `login${practiceHostSuffix}`
export const graphHost = `graph${practiceHostSuffix}`
export const portalHost = `portal${practiceHostSuffix}`

export const loginOrigin = `https://${loginHost}`
export const graphOrigin = `https://${graphHost}`

/** Issuer host of v1.0 tokens, as sts.windows.net is Microsoft's. */
export const stsOrigin = `https://sts${practiceHostSuffix}`

/** Names of the practice environments; each is a host, a resource and a company of its own. */
export const environments = ['contoso-uat', 'contoso-prod'] as const
export type Environment = (typeof environments)[number]

export function environmentHost(environment: Environment): string {
  return `${environment}${practiceHostSuffix}`
}

/** The environment whose host this is, or undefined. */
export function findEnvironment(name: string): Environment | undefined {
  return environments.find((known) => known === name)
}
