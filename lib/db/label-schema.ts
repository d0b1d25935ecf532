import { pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'

const at = (name: string) => timestamp(name, { withTimezone: true })

/** The labels of one version of an environment in one language, as far as they have been read. */
export const labelSets = pgTable(
  'label_sets',
  {
    id: text('id').primaryKey(),
    /** Its origin. */
    environment: text('environment').notNull(),
    version: text('version').notNull(),
    language: text('language').notNull(),
    startedAt: at('started_at').notNull(),
    /** When somebody last asked for it; nights read only what is asked for. */
    wantedAt: at('wanted_at').notNull(),
    /** Of the reading under way. */
    lease: text('lease'),
    leaseUntil: at('lease_until'),
    /** Why the environment gives none, and when it said so. */
    refusal: text('refusal'),
    refusedAt: at('refused_at'),
  },
  (table) => [uniqueIndex('label_sets_one').on(table.environment, table.language, table.version)],
)

export const labels = pgTable(
  'labels',
  {
    labelSetId: text('label_set_id')
      .notNull()
      .references(() => labelSets.id, { onDelete: 'cascade' }),
    labelId: text('label_id').notNull(),
    /** Null where the environment has no text for it. */
    text: text('text'),
  },
  (table) => [primaryKey({ columns: [table.labelSetId, table.labelId] })],
)
