import { z } from 'zod'

/** How many entity sets a basket holds at most. */
export const basketMax = 50

/** What a basket can be described as: an OpenAPI 3.1 document, or TypeScript types. */
export const BasketFormat = z.enum(['openapi', 'typescript'])
export type BasketFormat = z.infer<typeof BasketFormat>

/** `GET /api/connections/{id}/catalog/basket?format=openapi&names=CustomersV3,VendorsV2` */
export const BasketQuery = z.object({
  format: BasketFormat,
  /** Names of entity sets, with commas. */
  names: z
    .string()
    .transform((text) => [...new Set(text.split(','))])
    .pipe(z.array(z.string().min(1).max(200)).min(1).max(basketMax)),
})
export type BasketQuery = z.infer<typeof BasketQuery>
