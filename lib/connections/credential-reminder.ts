import { createEvent, type EventAttributes } from 'ics'
import { ConnectionError } from '@/lib/connections/errors'
import { requireConnection } from '@/lib/connections/require-connection'
import type { Connection } from '@/lib/contract/connection'
import type { Context } from '@/lib/log/context'

const noticeDays = 14

/**
 * A calendar file that reminds of a connection's secret two weeks before Entra stops accepting it.
 *
 * @throws {ConnectionError} `not_found`; `incomplete` when no expiry is known
 * @see RFC 5545
 */
export async function credentialReminder(
  ctx: Context,
  connectionId: string,
): Promise<{ fileName: string; calendar: string }> {
  const connection = await requireConnection(ctx, connectionId)
  const expiresOn = connection.credential?.expiresOn
  if (!expiresOn) {
    throw new ConnectionError(
      'incomplete',
      'No expiry date is known for this secret. Save it with its date first.',
    )
  }
  const { error, value } = createEvent(eventOf(connection, expiresOn))
  if (!value) throw new Error('the calendar library refused the event', { cause: error })
  return { fileName: `${slugOf(connection.name)}-secret.ics`, calendar: value }
}

function eventOf(connection: Connection, expiresOn: string): EventAttributes {
  const remindOn = new Date(`${expiresOn}T00:00:00Z`)
  remindOn.setUTCDate(remindOn.getUTCDate() - noticeDays)
  return {
    uid: `${connection.credential?.id ?? connection.id}@fivestep`,
    productId: 'fivestep',
    title: `Renew the client secret of ${connection.name}`,
    description: [
      `The client secret of the app ${connection.clientId ?? ''} expires on ${expiresOn}.`,
      `After that every call to ${connection.environmentUrl} is refused.`,
      'Add a second secret in Microsoft Entra ID, save it in Fivestep, check step 2, then remove the old one.',
    ].join('\n'),
    start: [remindOn.getUTCFullYear(), remindOn.getUTCMonth() + 1, remindOn.getUTCDate()],
    duration: { days: 1 },
    busyStatus: 'FREE',
    alarms: [
      {
        action: 'display',
        description: `Renew the secret of ${connection.name}`,
        trigger: { hours: 9, before: false },
      },
    ],
  }
}

function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return slug || 'connection'
}
