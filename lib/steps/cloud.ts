import { z } from 'zod'

/** The Microsoft cloud that a connection lives in; `custom` is any other OAuth authority. */
export const Cloud = z.enum(['public', 'usgov', 'china', 'practice', 'custom'])
export type Cloud = z.infer<typeof Cloud>

/** What differs from cloud to cloud. Origins have no trailing slash. */
export type CloudFacts = Readonly<{
  name: string
  /** Origin that mints tokens; undefined for `custom`, where the connection names it. */
  authorityOrigin: string | undefined
  graphOrigin: string | undefined
}>

/** @see https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud */
export const clouds: Readonly<Record<Cloud, CloudFacts>> = {
  public: {
    name: 'Azure (public)',
    authorityOrigin: 'https://login.microsoftonline.com',
    graphOrigin: 'https://graph.microsoft.com',
  },
  usgov: {
    name: 'Azure US Government',
    authorityOrigin: 'https://login.microsoftonline.us',
    graphOrigin: 'https://graph.microsoft.us',
  },
  china: {
    name: 'Azure China (21Vianet)',
    authorityOrigin: 'https://login.partner.microsoftonline.cn',
    graphOrigin: 'https://microsoftgraph.chinacloudapi.cn',
  },
  practice: {
    name: 'Practice tenant',
    authorityOrigin: 'https://login.practice.localhost',
    graphOrigin: 'https://graph.practice.localhost',
  },
  custom: { name: 'Custom authority', authorityOrigin: undefined, graphOrigin: undefined },
}

/** Hosts of the practice tenant end in this; only the app's own HTTP client can reach them. */
export const practiceHostSuffix = '.practice.localhost'

/** The practice environment that *Practise first* connects to. */
export const practiceEnvironmentUrl = 'https://contoso-uat.practice.localhost'

/** Origin that mints tokens for `cloud`, or `authorityUrl` when the cloud is a custom one. */
export function authorityOrigin(cloud: Cloud, authorityUrl: string | null): string | undefined {
  return clouds[cloud].authorityOrigin ?? authorityUrl ?? undefined
}
