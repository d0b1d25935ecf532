import { FinopsRefusal, odataError } from '@/lib/sandbox/finops/http/answers'
import type { EntitySet } from '@/lib/sandbox/finops/model/schema'
import type { PracticeUser } from '@/lib/sandbox/types'

type Duty = Readonly<{ sets: RegExp; mayWrite: boolean }>

const everything: Duty = { sets: /./, mayWrite: true }
const security = /^(?:SysAADClients|SystemUsers|Security\w+|BatchJobs|SystemParameters)$/
const shared =
  /^(?:LegalEntities|Currenc|ExchangeRate|Address|Language|Unit|Payment|Delivery|Cash|NumberSequence)/

/** What the practice roles may do, by the names of the entity sets; F&O has privileges for it. */
const duties: readonly (readonly [role: RegExp, duty: Duty])[] = [
  [/^System administrator$/i, everything],
  [/^System user$/i, { sets: shared, mayWrite: false }],
  [
    /^Accounts receivable/i,
    {
      sets: /^(?:Customer|Sales|Return|Price|Line|Released|Item|Warehouse|Contact)/,
      mayWrite: true,
    },
  ],
  [/^Accounts payable/i, { sets: /^(?:Vend|Purchase|Procurement|Price)/, mayWrite: true }],
  [
    /^Accounting/i,
    {
      sets: /^(?:Ledger|General|Main|Chart|Fiscal|Tax|Bank|Budget|Financial|Fixed|Project)/,
      mayWrite: true,
    },
  ],
  [
    /^Data management/i,
    {
      sets: /^(?:DataManagement|Released|Product|Item|Invent|Operational|Warehouse|Storage|Tracking|Buyer|Cost)/,
      mayWrite: true,
    },
  ],
]

/**
 * Lets a user read, or write, an entity set.
 *
 * @throws {FinopsRefusal} 403 when none of the user's roles allows it
 */
export function requirePrivilege(user: PracticeUser, set: EntitySet, act: 'read' | 'write'): void {
  const mine = duties.filter(([role]) => user.roles.some((name) => role.test(name)))
  const isAllowed = mine.some(([, duty]) => {
    const covers = duty === everything || (duty.sets.test(set.name) && !security.test(set.name))
    return covers && (act === 'read' || duty.mayWrite)
  })
  if (isAllowed) return
  const message = `Access denied: user '${user.userId}' is not authorized to ${act} the data entity '${set.dataEntity}'.`
  throw new FinopsRefusal(403, odataError(message, 'System.UnauthorizedAccessException'))
}
