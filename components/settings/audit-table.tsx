import { Badge } from '@/components/ui/badge'
import type { AuditView } from '@/lib/contract/audit'

const cell = 'px-3 py-2 align-top'

/** Entries of the audit log. On a narrow screen it scrolls by itself. */
export function AuditTable({ entries }: Readonly<{ entries: readonly AuditView[] }>) {
  return (
    <section
      aria-label="Audit log"
      // A keyboard scrolls only what it can focus.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the region scrolls
      tabIndex={0}
      className="overflow-x-auto rounded-lg border border-line bg-surface"
    >
      <table className="w-full min-w-[56rem] text-left text-sm">
        <thead className="border-b border-line text-muted">
          <tr>
            {['When (UTC)', 'Who', 'What', 'Which', 'From where', 'Outcome', 'More'].map(
              (title) => (
                <th key={title} scope="col" className="px-3 py-2 font-medium">
                  {title}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td className={`${cell} font-mono text-xs leading-5 whitespace-nowrap`}>
                {entry.at.slice(0, 19).replace('T', ' ')}
              </td>
              <td className={cell}>
                {entry.who} {entry.kind === 'token' ? <Badge>token</Badge> : null}
              </td>
              <td className={`${cell} font-mono text-xs leading-5`}>{entry.action}</td>
              <td className={`${cell} max-w-56 font-mono text-xs leading-5 break-all`}>
                {entry.subject}
              </td>
              <td className={`${cell} font-mono text-xs leading-5 whitespace-nowrap`}>
                {entry.from ?? '–'}
              </td>
              <td className={cell}>
                {entry.outcome === 'refused' ? <Badge tone="warning">refused</Badge> : 'done'}
              </td>
              <td className={`${cell} max-w-72 font-mono text-xs leading-5 break-words text-muted`}>
                {Object.keys(entry.detail).length > 0 ? JSON.stringify(entry.detail) : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
