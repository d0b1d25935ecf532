import { z } from 'zod'
import { type EnvironmentKind, findFinopsHost } from '@/lib/steps/environment-hosts'

/** What an environment is for, as far as whoever watches it cares. */
export const EnvironmentUse = z.enum(['production', 'sandbox', 'development', 'practice', 'other'])
export type EnvironmentUse = z.infer<typeof EnvironmentUse>

const usual: Readonly<Record<EnvironmentKind, EnvironmentUse>> = {
  production: 'production',
  sandbox: 'sandbox',
  'cloud-hosted': 'development',
  onebox: 'development',
  'on-premises': 'other',
  practice: 'practice',
  other: 'other',
}

/** What an environment at such an address is usually for; `other` where its host name does not tell. */
export function usualUse(environmentUrl: string): EnvironmentUse {
  const known = URL.canParse(environmentUrl)
    ? findFinopsHost(new URL(environmentUrl).hostname)
    : undefined
  return usual[known?.kind ?? 'other']
}
