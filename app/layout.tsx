import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import '@/app/globals.css'
import { Providers } from '@/components/data/providers'
import { SkipLink } from '@/components/shell/skip-link'
import { parseTheme, themeAttribute, themeCookie } from '@/components/shell/theme'

export const metadata: Metadata = {
  title: { default: 'Fivestep', template: '%s · Fivestep' },
  description: 'Connects an integration to Dynamics 365 Finance & Operations in five steps.',
  icons: { icon: '/icon.svg' },
  robots: { index: false, follow: false },
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#161b1a' },
  ],
}

export default async function RootLayout({ children }: Readonly<{ children: ReactNode }>) {
  const theme = parseTheme((await cookies()).get(themeCookie)?.value)
  return (
    // The theme switch writes `data-theme` by itself, and the page may be older than the choice.
    <html lang="en" {...themeAttribute(theme)} suppressHydrationWarning={true}>
      <body>
        <SkipLink />
        <Providers>{children}</Providers>
      </body>
    </html>
  )
}
