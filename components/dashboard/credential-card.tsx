import { CalendarPlus } from 'lucide-react'
import { SecretLeft } from '@/components/dashboard/secret-left'
import { paths } from '@/components/shell/paths'
import { Ago } from '@/components/ui/ago'
import { ButtonLink } from '@/components/ui/button-link'
import { buttonLook } from '@/components/ui/button-look'
import { Card } from '@/components/ui/card'
import type { Connection } from '@/lib/contract/connection'

/** What is kept of the secret, without the secret: when it ends, and how not to forget it. */
export function CredentialCard({ connection }: Readonly<{ connection: Connection }>) {
  const { credential, id } = connection
  if (!credential) {
    return (
      <Card title="Secret">
        <p className="text-muted">None kept yet. It is asked for once, in step 2.</p>
        <div className="mt-3">
          <ButtonLink href={paths.setup(id, 'secret')} size="sm">
            Enter the secret
          </ButtonLink>
        </div>
      </Card>
    )
  }
  return (
    <Card title="Secret">
      <p className="text-lg font-semibold">
        <SecretLeft credential={credential} />
      </p>
      <p className="mt-1 text-sm text-muted">
        {credential.expiresOn ? (
          <>
            Ends on <time dateTime={credential.expiresOn}>{credential.expiresOn}</time>.{' '}
          </>
        ) : (
          'Enter it again with its end, and Fivestep can warn you in time. '
        )}
        Entered <Ago iso={credential.addedAt} />. Its value is encrypted and never shown again.
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <ButtonLink href={paths.setup(id, 'secret')} size="sm">
          Replace the secret
        </ButtonLink>
        {credential.expiresOn ? (
          <a
            href={`/api/connections/${id}/credential/reminder`}
            download={true}
            className={buttonLook('secondary', 'sm')}
          >
            <CalendarPlus aria-hidden="true" />
            Calendar reminder
          </a>
        ) : null}
      </div>
    </Card>
  )
}
