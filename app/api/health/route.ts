import { handle } from '@/app/api/handle'
import { checkHealth } from '@/lib/health/check-health'

export const GET = handle({ action: 'public' }, async () => {
  const health = await checkHealth()
  return Response.json(health, { status: health.status === 'ok' ? 200 : 503 })
})
