import type { Metadata } from 'next'
import { Logo } from '@/components/shell/logo'
import { PageNotFound } from '@/components/shell/page-not-found'

export const metadata: Metadata = { title: 'Nothing is here' }

export default function NotFound() {
  return (
    <main
      id="main"
      tabIndex={-1}
      className="mx-auto flex max-w-xl flex-col gap-8 px-4 py-16 outline-none"
    >
      <Logo />
      <PageNotFound />
    </main>
  )
}
