'use client'

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { GraduationCap } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { practiceInfo } from '@/components/data/connection-queries'
import { ProblemCallout } from '@/components/data/problem-callout'
import { paths } from '@/components/shell/paths'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { practising } from '@/components/wizard/mutations'

/** Offers the same five steps on a tenant where nothing can break. */
export function PractiseFirst() {
  const router = useRouter()
  const { data: practice } = useSuspenseQuery(practiceInfo())
  const practise = useMutation(practising(useQueryClient()))
  if (!practice.enabled) return null
  const begin = () =>
    practise.mutate(practice.environmentUrl, {
      onSuccess: ({ id }) => router.push(paths.setup(id, 'register')),
    })
  return (
    <Card title="Practise first">
      <div id="practise" className="grid scroll-mt-24 gap-4">
        <GraduationCap aria-hidden="true" className="size-8 text-accent" />
        <p>
          A practice tenant is built in: a made-up company with its own sign-in service, portal and
          Finance & Operations. Walk the five steps there, break things, and see what it looks like.
        </p>
        <ul className="grid list-disc gap-1.5 pl-5 text-muted text-sm marker:text-faint">
          <li>No account and no approval needed; nothing leaves this server.</li>
          <li>
            What you would do in Microsoft’s portals you do in the practice portal. Its links open
            in a second tab: keep this one beside it.
          </li>
          <li>The checks are the same as for a real environment.</li>
        </ul>
        {practise.isError ? <ProblemCallout error={practise.error} /> : null}
        <div>
          <Button busy={practise.isPending || practise.isSuccess} onClick={begin}>
            Practise first
          </Button>
        </div>
      </div>
    </Card>
  )
}
