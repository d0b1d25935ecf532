import { randomUUID } from 'node:crypto'
import { auth } from '@/lib/access/auth'
import { AccessError } from '@/lib/access/errors'
import { consumeSetUpToken } from '@/lib/access/set-up-link'
import { recordAudit } from '@/lib/audit/record'
import { SetUpInput } from '@/lib/contract/access'
import { database } from '@/lib/db/client'
import { account, members, user } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

/**
 * Makes the first admin with the token of the set-up link, and uses the link up.
 *
 * @throws {AccessError} `setup_link_invalid` when the token is not the newest one or is used up,
 * `already_set_up` when there is an admin
 */
export async function setUp(ctx: Context, input: SetUpInput): Promise<{ email: string }> {
  const { token, name, email, password } = SetUpInput.parse(input)
  const passwordHash = await (await auth().$context).password.hash(password)
  const now = ctx.now()
  const userId = randomUUID()

  await database().orm.transaction(async (tx) => {
    await consumeSetUpToken(tx, token)
    if ((await tx.select({ id: user.id }).from(user).limit(1)).length > 0) {
      throw new AccessError('already_set_up', 'there is an admin already')
    }
    const times = { createdAt: now, updatedAt: now }
    await tx
      .insert(user)
      .values({ id: userId, name, email: email.toLowerCase(), emailVerified: true, ...times })
    // `credential` and the user's own id are how better-auth marks a password account.
    await tx.insert(account).values({
      id: randomUUID(),
      providerId: 'credential',
      accountId: userId,
      userId,
      password: passwordHash,
      ...times,
    })
    await tx.insert(members).values({ userId, role: 'admin', addedAt: now })
    await recordAudit(tx, ctx, { action: 'access.set-up', subject: userId, detail: {} })
  })
  return { email: email.toLowerCase() }
}
