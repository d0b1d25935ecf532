import { getAuthTables } from 'better-auth/db'
import { getTableColumns } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { account, rateLimit, session, user, verification } from './auth-schema'

const tables = { account, rateLimit, session, user, verification }
const wanted = Object.entries(getAuthTables({ rateLimit: { storage: 'database' } }))

test.each(wanted)('the table %s has what the sign-in library wants of it', (name, table) => {
  const columns = getTableColumns(tables[name as keyof typeof tables])
  expect(Object.keys(columns).sort()).toEqual(['id', ...Object.keys(table.fields)].sort())
  for (const [field, { required, unique, type }] of Object.entries(table.fields)) {
    const column = columns[field as keyof typeof columns] as {
      notNull: boolean
      isUnique: boolean
      dataType: string
    }
    expect(column, field).toMatchObject({
      notNull: required ?? true,
      isUnique: unique ?? false,
      dataType: type,
    })
  }
})
