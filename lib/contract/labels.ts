import { z } from 'zod'

/** A language as F&O writes it, in lower case: `de`, `en-us`, `zh-hans`. */
export const LabelLanguage = z
  .string()
  .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,2}$/i, 'not a language such as de or en-us')
  .transform((language) => language.toLowerCase())
export type LabelLanguage = z.infer<typeof LabelLanguage>

/** `POST /api/connections/{id}/catalog/labels` */
export const ReadLabels = z.object({ language: LabelLanguage })
export type ReadLabels = z.infer<typeof ReadLabels>

/** `GET /api/connections/{id}/catalog/labels?language=de`: how far they have been read. */
export const LabelStatus = z.object({
  language: z.string(),
  /** `refused` where the environment gives none; `partial` where the reading stopped at its bound. */
  state: z.enum(['none', 'reading', 'partial', 'complete', 'refused']),
  /** Labels that the entity sets and fields of the catalog name, and those of them that are known. */
  wanted: z.int().nonnegative(),
  known: z.int().nonnegative(),
  refusal: z.string().nullable(),
})
export type LabelStatus = z.infer<typeof LabelStatus>

/** `GET /api/connections/{id}/catalog/labels/texts?language=de`: texts by label id. */
export const LabelTexts = z.object({ texts: z.record(z.string(), z.string()) })
export type LabelTexts = z.infer<typeof LabelTexts>

/** `GET /api/connections/{id}/catalog/entity-sets/{name}/labels?language=de` */
export const EntityLabels = z.object({
  texts: z.record(z.string(), z.string()),
  /** Labels of this entity that are still to be read: ask again. */
  missing: z.int().nonnegative(),
  refusal: z.string().nullable(),
})
export type EntityLabels = z.infer<typeof EntityLabels>
