import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import type { Connection } from '@/lib/contract/connection'
import { deepLink } from '@/lib/steps/deep-links'

/** Which F&O user to choose: the one decision of step 5 that is easy to regret. */
export function UserAdvice({ connection }: Readonly<{ connection: Connection }>) {
  const users = deepLink('finops-users', {
    ...connection,
    authorityOrigin: connection.authorityUrl,
  })
  return (
    <Card title="Which user to choose">
      <div className="grid gap-x-10 gap-y-4 lg:grid-cols-2">
        <div>
          <p className="font-medium text-success">A user made for this integration</p>
          <ul className="mt-1 grid list-disc gap-1 pl-5 marker:text-faint">
            <li>enabled, and nobody signs in with it;</li>
            <li>with only the security roles that the integration needs;</li>
            <li>
              with the default company that it reads: without more words, only that one is read.
            </li>
          </ul>
        </div>
        <div>
          <p className="font-medium text-danger">Not Admin, not a colleague</p>
          <ul className="mt-1 grid list-disc gap-1 pl-5 marker:text-faint">
            <li>the app may do whatever that user may, Admin everything;</li>
            <li>it stops on the day when the colleague leaves and is disabled.</li>
          </ul>
        </div>
      </div>
      {users ? (
        <p className="mt-4 text-sm">
          <TextLink href={users.href} external>
            Open the list of users
          </TextLink>
        </p>
      ) : null}
    </Card>
  )
}
