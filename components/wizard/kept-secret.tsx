import { CalendarPlus, LockKeyhole } from 'lucide-react'
import { Ago } from '@/components/ui/ago'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { daysUntil, toDay } from '@/components/wizard/secret-days'
import type { CredentialSummary } from '@/lib/contract/connection'

type Props = Readonly<{
  connectionId: string
  credential: CredentialSummary
  today: Date
  onReplace: () => void
}>

/** What may be told of a secret once the server has it. */
export function KeptSecret({ connectionId, credential, today, onReplace }: Props) {
  const { expiresOn, addedAt } = credential
  return (
    <div className="grid gap-4">
      <p className="flex items-start gap-3">
        <LockKeyhole aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-success" />
        <span>
          <span className="font-medium">
            The secret is kept on the server, added <Ago iso={addedAt} />.
          </span>{' '}
          <span className="text-muted">
            {expiresOn
              ? expiryWords(expiresOn, daysUntil(expiresOn, today))
              : 'The day on which it expires is not known.'}
          </span>
        </span>
      </p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={onReplace}>Replace it</Button>
        {expiresOn ? (
          <ButtonLink
            href={`/api/connections/${connectionId}/credential/reminder`}
            prefetch={false}
            download
          >
            <CalendarPlus aria-hidden="true" />
            Put a reminder in your calendar
          </ButtonLink>
        ) : null}
      </div>
    </div>
  )
}

function expiryWords(expiresOn: string, days: number): string {
  if (days < 0) return `It expired on ${toDay(expiresOn)}: make a new one and replace it.`
  return `It expires on ${toDay(expiresOn)}, in ${days} ${days === 1 ? 'day' : 'days'}.`
}
