import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { parseTheme, themeCookie } from '@/components/shell/theme'
import { TopBar } from '@/components/shell/top-bar'
import { requirePagePerson } from '@/lib/access/page-context'
import { practiceInfo } from '@/lib/practice/practice-info'

export default async function ConsoleLayout({ children }: Readonly<{ children: ReactNode }>) {
  const person = await requirePagePerson()
  const theme = parseTheme((await cookies()).get(themeCookie)?.value)
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar person={person} theme={theme} practiceEnabled={practiceInfo().enabled} />
      <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
        {children}
      </main>
    </div>
  )
}
