'use client'

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'
import { fetchNothing } from '@/components/data/fetch-json'
import { MakeTokenDialog } from '@/components/settings/make-token-dialog'
import { tokenList } from '@/components/settings/queries'
import { verbWords } from '@/components/settings/verb-words'
import { Ago } from '@/components/ui/ago'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Code } from '@/components/ui/code'
import { EmptyState } from '@/components/ui/empty-state'
import { useNow } from '@/components/ui/use-now'
import type { ApiToken } from '@/lib/contract/api-token'

/** The tokens of automation, and how to make and end them. */
export function TokensView() {
  const { tokens } = useSuspenseQuery(tokenList()).data
  const [making, setMaking] = useState(false)
  const make = (
    <Button size="sm" variant="primary" onClick={() => setMaking(true)}>
      <Plus aria-hidden="true" />
      Make a token
    </Button>
  )
  return (
    <>
      {tokens.length === 0 ? (
        <EmptyState icon={<KeyRound />} title="No API tokens" action={make}>
          A program sends one as <Code>Authorization: Bearer</Code>. It does at most what you
          choose, never more than you may yourself, and stops on the day that you name.
        </EmptyState>
      ) : (
        <Card title="API tokens" aside={make}>
          <ul className="divide-y divide-line">
            {tokens.map((token) => (
              <TokenRow key={token.id} token={token} />
            ))}
          </ul>
        </Card>
      )}
      <MakeTokenDialog open={making} onOpenChange={setMaking} />
    </>
  )
}

function TokenRow({ token }: Readonly<{ token: ApiToken }>) {
  const client = useQueryClient()
  const revoke = useMutation({
    mutationFn: () => fetchNothing(`/api/tokens/${token.id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: tokenList().queryKey }),
  })
  const isExpired = useNow(60_000) > new Date(token.expiresAt).getTime()
  const isOver = token.revokedAt !== null || isExpired
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium break-words">{token.name}</span>
          {token.revokedAt ? <Badge tone="danger">revoked</Badge> : null}
          {token.revokedAt === null && isExpired ? <Badge tone="warning">expired</Badge> : null}
        </p>
        <p className="text-sm break-words text-muted">{scopeWords(token)}</p>
        <p className="text-sm text-muted">
          By {token.maker}, until {token.expiresAt.slice(0, 10)},{' '}
          {token.lastUsedAt ? (
            <>
              last used <Ago iso={token.lastUsedAt} />
              {token.lastUsedFrom ? ` from ${token.lastUsedFrom}` : ''}
            </>
          ) : (
            'never used'
          )}
        </p>
      </div>
      {isOver ? null : (
        <Button size="sm" variant="danger" onClick={() => revoke.mutate()} busy={revoke.isPending}>
          Revoke
        </Button>
      )}
    </li>
  )
}

function scopeWords({ scope }: ApiToken): string {
  const verbs = scope.verbs.map((verb) => verbWords[verb].toLowerCase()).join(', ')
  const { connectionIds, entitySets } = scope
  const where =
    connectionIds === null
      ? 'all connections'
      : `${connectionIds.length} ${connectionIds.length === 1 ? 'connection' : 'connections'}`
  return `May ${verbs}; ${where}${entitySets ? `; only ${entitySets.join(', ')}` : ''}.`
}
