'use client'

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { fetchNothing } from '@/components/data/fetch-json'
import { ProblemCallout } from '@/components/data/problem-callout'
import { browserName } from '@/components/settings/browser-name'
import { ownSessions } from '@/components/settings/queries'
import { Ago } from '@/components/ui/ago'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'

/** Where the person is signed in, and how to end it there. */
export function SessionsView() {
  const client = useQueryClient()
  const { sessions } = useSuspenseQuery(ownSessions()).data
  const revoke = useMutation({
    mutationFn: (id: string | undefined) =>
      fetchNothing(`/api/access/sessions${id === undefined ? '' : `/${id}`}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ownSessions().queryKey }),
  })
  const others = sessions.filter(({ isCurrent }) => !isCurrent)
  return (
    <Card
      title="Where you are signed in"
      aside={
        others.length > 0 ? (
          <Button size="sm" onClick={() => revoke.mutate(undefined)} busy={revoke.isPending}>
            Sign out everywhere else
          </Button>
        ) : null
      }
    >
      {revoke.error ? <ProblemCallout error={revoke.error} className="mb-4" /> : null}
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <li
            key={session.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0"
          >
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {browserName(session.userAgent)}
                {session.isCurrent ? <Badge tone="success">This one</Badge> : null}
              </p>
              <p className="text-sm text-muted">
                {session.from ? `From ${session.from}, last` : 'Last'} used{' '}
                <Ago iso={session.lastUsedAt} />, signed in <Ago iso={session.createdAt} />
              </p>
            </div>
            {session.isCurrent ? null : (
              <Button
                size="sm"
                onClick={() => revoke.mutate(session.id)}
                busy={revoke.isPending && revoke.variables === session.id}
              >
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
