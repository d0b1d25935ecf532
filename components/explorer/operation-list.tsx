import { shortName, typeWords } from '@/components/explorer/field-words'
import { Badge } from '@/components/ui/badge'
import { CopyButton } from '@/components/ui/copy-button'
import type { CatalogOperation, EntitySetDetail } from '@/lib/contract/catalog'

/** The actions and functions that are bound to an entity, and how they are called. */
export function OperationList({ detail }: Readonly<{ detail: EntitySetDetail }>) {
  return (
    <ul
      aria-label="Actions and functions"
      className="divide-y divide-line rounded-md border border-line bg-surface text-sm"
    >
      {detail.operations.map((operation) => (
        <li
          key={`${operation.name} ${operation.boundTo}`}
          className="flex flex-col gap-1 px-4 py-2"
        >
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-medium break-all">{shortName(operation.name)}</span>
            <Badge>{operation.kind}</Badge>
            <span className="text-muted">
              {operation.boundTo === 'row' ? 'called on one row' : 'called on the entity set'}
              {operation.returnType === null ? '' : `, answers ${typeWords(operation.returnType)}`}
            </span>
          </p>
          <Parameters operation={operation} />
          <p className="flex min-w-0 items-center gap-1">
            <code className="min-w-0 font-mono text-xs break-all text-muted">
              {callOf(detail, operation)}
            </code>
            <CopyButton
              value={callOf(detail, operation)}
              label={`Copy the call of ${shortName(operation.name)}`}
            />
          </p>
        </li>
      ))}
    </ul>
  )
}

function Parameters({ operation: { parameters } }: Readonly<{ operation: CatalogOperation }>) {
  if (parameters.length === 0) return <p className="text-muted">without parameters</p>
  return (
    <ul aria-label="Parameters" className="flex flex-col">
      {parameters.map(({ name, type, nullable }) => (
        <li key={name}>
          <span className="break-all">{name}</span>{' '}
          <span className="text-muted" title={type}>
            {typeWords(type)}
            {nullable ? ', may be null' : ''}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** How the call begins; the values of a key are the caller's. */
function callOf({ name, key }: EntitySetDetail, operation: CatalogOperation): string {
  const method = operation.kind === 'action' ? 'POST' : 'GET'
  const row = operation.boundTo === 'row' ? `(${key.map((part) => `${part}=…`).join(',')})` : ''
  return `${method} /data/${name}${row}/${operation.name}`
}
