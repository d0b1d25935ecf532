'use client'

import { ShoppingBasket } from 'lucide-react'
import { useState } from 'react'
import { BasketContents } from '@/components/explorer/basket/basket-contents'
import { useBasket } from '@/components/explorer/basket/use-basket'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

/** Opens the basket, and says how much is in it; nothing while it is empty. */
export function BasketOpener({ connectionId }: Readonly<{ connectionId: string }>) {
  const [open, setOpen] = useState(false)
  const { names } = useBasket(connectionId)
  const { length } = names
  if (length === 0 && !open) return null
  return (
    <>
      <Button
        size="sm"
        aria-label={`Basket, ${length} ${length === 1 ? 'entity set' : 'entity sets'}`}
        onClick={() => setOpen(true)}
      >
        <ShoppingBasket aria-hidden="true" />
        <span className="tabular-nums">{length}</span>
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Basket"
        description="The entity sets that your integration uses, described from this environment’s own metadata."
      >
        <BasketContents connectionId={connectionId} onLeave={() => setOpen(false)} />
      </Dialog>
    </>
  )
}
