import { Table2 } from 'lucide-react'
import { Kbd } from '@/components/ui/kbd'

/** Stands at the right until an entity set is opened. */
export function ExplorerWelcome() {
  return (
    <div className="grid flex-1 place-items-center p-8">
      <div className="flex max-w-sm flex-col items-center gap-3 text-center">
        <Table2 aria-hidden="true" className="size-8 text-faint" />
        <h2 className="text-lg font-semibold">Open an entity set</h2>
        <p className="text-muted">
          Press <Kbd>/</Kbd> and type a part of its name, of a field or of an enum value;{' '}
          <Kbd>↓</Kbd> and <Kbd>↑</Kbd> walk through what is found, <Kbd>Enter</Kbd> opens it.
        </p>
      </div>
    </div>
  )
}
