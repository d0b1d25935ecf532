'use client'

import { Check, Plus } from 'lucide-react'
import { BasketOpener } from '@/components/explorer/basket/basket-opener'
import { useBasket } from '@/components/explorer/basket/use-basket'
import { Button } from '@/components/ui/button'
import { basketMax } from '@/lib/contract/basket'

type Props = Readonly<{ connectionId: string; entitySet: string }>

/** Puts an entity set into the basket or takes it out, and opens the basket. */
export function BasketButtons({ connectionId, entitySet }: Props) {
  const { names, isFull, add, remove } = useBasket(connectionId)
  const isIn = names.includes(entitySet)
  return (
    <div className="flex items-center gap-2">
      <Button
        size="sm"
        variant="ghost"
        aria-pressed={isIn}
        disabled={isFull && !isIn}
        title={isFull && !isIn ? `A basket holds ${basketMax} entity sets` : undefined}
        onClick={() => (isIn ? remove(entitySet) : add(entitySet))}
      >
        {isIn ? <Check aria-hidden="true" /> : <Plus aria-hidden="true" />}
        {isIn ? 'In the basket' : 'Add to basket'}
      </Button>
      <span className="lg:hidden">
        <BasketOpener connectionId={connectionId} />
      </span>
    </div>
  )
}
