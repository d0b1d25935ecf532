import type { InferSelectModel } from 'drizzle-orm'
import { Connection, type StepState } from '@/lib/contract/connection'
import type { connections, credentials, stepStates, tokenStates } from '@/lib/db/schema'
import { usualUse } from '@/lib/steps/environment-use'
import { stepIds } from '@/lib/steps/step'

type Rows = Readonly<{
  connection: InferSelectModel<typeof connections>
  /** The active one; its sealed value is never looked at here. */
  credential: Omit<InferSelectModel<typeof credentials>, 'sealed'> | undefined
  steps: readonly InferSelectModel<typeof stepStates>[]
  token: Pick<InferSelectModel<typeof tokenStates>, 'expiresAt'> | undefined
}>

/** Puts the rows of one connection together and parses the result: the database is an edge too. */
export function toConnection({ connection, credential, steps, token }: Rows): Connection {
  return Connection.parse({
    ...connection,
    environmentUse: connection.environmentUse ?? usualUse(connection.environmentUrl),
    createdAt: connection.createdAt.toISOString(),
    updatedAt: connection.updatedAt.toISOString(),
    credential: credential ? { ...credential, addedAt: credential.addedAt.toISOString() } : null,
    steps: stepIds.map((step) => toStepState(steps.find((row) => row.step === step)) ?? todo(step)),
    token: { expiresAt: token?.expiresAt?.toISOString() ?? null },
  })
}

/** A step that nothing is known of. */
export function todo(step: StepState['step']): StepState {
  return { step, status: 'todo', summary: null, warnings: 0, checkedAt: null }
}

function toStepState(row: InferSelectModel<typeof stepStates> | undefined) {
  return row && { ...row, checkedAt: row.checkedAt?.toISOString() ?? null }
}
