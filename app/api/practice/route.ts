import { handle } from '@/app/api/handle'
import { practiceInfo } from '@/lib/practice/practice-info'

export const GET = handle({ action: 'account.use' }, async () => Response.json(practiceInfo()))
