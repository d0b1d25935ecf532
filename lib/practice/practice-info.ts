import type { PracticeInfo } from '@/lib/contract/practice'
import { practiceRoute } from '@/lib/http/practice-route'
import { practiceEnvironmentUrl } from '@/lib/steps/cloud'

/** Whether the practice tenant runs in this server, and where its portal and environment are. */
export function practiceInfo(): PracticeInfo {
  return {
    enabled: practiceRoute() !== undefined,
    environmentUrl: practiceEnvironmentUrl,
    portalPath: '/practice',
  }
}
