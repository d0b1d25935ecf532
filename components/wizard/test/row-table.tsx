import { type Row, toCell } from '@/components/wizard/test/pick-columns'

type Props = Readonly<{ rows: readonly Row[]; columns: readonly string[]; caption: string }>

/** A small grid that scrolls sideways inside itself, by keyboard too. */
export function RowTable({ rows, columns, caption }: Props) {
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-md border border-line"
    >
      <table className="w-full border-collapse text-left text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="bg-sunken">
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col" className="whitespace-nowrap px-3 py-2 font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row, index) => (
            <tr key={keyOf(row, index)}>
              {columns.map((name) => (
                <td key={name} className="max-w-64 truncate px-3 py-2" title={toCell(row[name])}>
                  {toCell(row[name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function keyOf(row: Row, index: number): string {
  const etag = row['@odata.etag']
  return typeof etag === 'string' ? `${etag} ${index}` : String(index)
}
