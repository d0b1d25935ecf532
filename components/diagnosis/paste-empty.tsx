import { ClipboardPaste } from 'lucide-react'
import { EmptyState } from '@/components/ui/empty-state'

/** What will stand here, and what can be pasted to get it. */
export function PasteEmpty() {
  return (
    <EmptyState icon={<ClipboardPaste />} title="What it means will stand here">
      <p>
        Paste what you have, as it is: a message of Entra ID, JSON, an HTML page, a curl transcript,
        a log of Power Automate, Data Factory, Postman, SSIS, .NET, Java or Python.
      </p>
      <p className="mt-2">The more of it, the surer the answer. No connection is needed.</p>
    </EmptyState>
  )
}
