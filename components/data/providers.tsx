'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { config } from 'zod'
import { newQueryClient } from '@/components/data/query-client'

// Zod would try once whether it may compile code, which the content policy refuses and reports.
if (typeof window !== 'undefined') config({ jitless: true })

/** The browser's query cache: one for the life of the page, never shared between requests. */
export function Providers({ children }: Readonly<{ children: ReactNode }>) {
  const [client] = useState(newQueryClient)
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
