import type { QueryOptions } from '@/lib/odata/query-options'
import { badRequest, FinopsRefusal, infolog, odataError } from '@/lib/sandbox/finops/http/answers'
import { companies, getCompany } from '@/lib/sandbox/finops/model/companies'
import {
  type EntitySet,
  type Field,
  fieldOf,
  type Row,
  type Value,
} from '@/lib/sandbox/finops/model/schema'
import { findRow } from '@/lib/sandbox/finops/read/find-row'
import { answerRow, type FoundRow } from '@/lib/sandbox/finops/read/read-row'
import { addressOf } from '@/lib/sandbox/finops/read/row-json'
import { etagOf } from '@/lib/sandbox/finops/store/etag'
import { Cursor, defaultOf, rowAt } from '@/lib/sandbox/finops/store/row-store'
import { type Call, storeOf } from '@/lib/sandbox/finops/world'
import { readBody } from '@/lib/sandbox/finops/write/read-body'
import { validateRow } from '@/lib/sandbox/finops/write/validate-row'

function refuseReadOnly(set: EntitySet): void {
  if (!set.isReadOnly) return
  throw infolog(
    `Write failed for table row of type '${set.dataEntity}'. The data entity is read-only.`,
  )
}

/** `POST /data/CustomersV3`: 201 with the row and where it stands. */
export async function createRow(
  call: Call,
  set: EntitySet,
  options: QueryOptions,
): Promise<Response> {
  refuseReadOnly(set)
  const given = await readBody(call.request, set)
  const store = storeOf(call.world, set)
  const number = store.baseCount + store.overlay.added.length
  const row = completed(call, set, { given, number })
  validateRow(call.world, set, row)
  const keys = set.fields.filter((field) => field.isKey)
  const values = new Map(keys.map((field): [Field, Value] => [field, row[field.name] ?? '']))
  if (findRow(store, values, null)) throw duplicate(set, values)
  if (set.source.kind === 'live') {
    if (!set.source.insert) throw badRequest('This entity cannot be written to.')
    await set.source.insert(row)
  } else store.overlay.add(row)
  const now = storeOf(call.world, set)
  const cursor = findRow(now, values, null) ?? new Cursor()
  const response = answerRow(call, { set, store: now, cursor }, { options, status: 201 })
  response.headers.set('location', `${call.world.origin}/data/${addressOf(set, cursor)}`)
  return response
}

type Given = Readonly<{ given: Row; number: number }>

/** Fills in what a new row leaves out: company, number sequence, defaults. */
function completed(call: Call, set: EntitySet, { given, number }: Given): Row {
  const entries = set.fields.map((field): [string, Value] => {
    const value = given[field.name]
    if (value !== undefined && value !== '') return [field.name, value]
    if (field.name === 'dataAreaId') return [field.name, call.user.company]
    return [
      field.name,
      field.isAutomatic ? `NEW-${String(number).padStart(6, '0')}` : defaultOf(field),
    ]
  })
  const row = Object.fromEntries(entries)
  return 'dataAreaId' in row ? { ...row, dataAreaId: companyId(set, row.dataAreaId) } : row
}

function companyId(set: EntitySet, given: Value | undefined): string {
  const company = getCompany(String(given))
  if (company) return company.id
  throw infolog(
    `Write failed for table row of type '${set.dataEntity}'. Infolog: Error: Company ${String(given)} does not exist. Known companies: ${companies.map(({ id }) => id).join(', ')}.`,
  )
}

function duplicate(set: EntitySet, values: ReadonlyMap<Field, Value>): FinopsRefusal {
  const key = [...values.values()].join(', ')
  return infolog(
    `Write failed for table row of type '${set.dataEntity}'. Infolog: Info: Cannot create a record in ${set.label} (${set.dataEntity}). ${key}.\nThe record already exists..`,
  )
}

/** `PATCH` and `PUT` by key: 204; a field that is not given keeps its value. */
export async function patchRow(call: Call, found: FoundRow): Promise<Response> {
  const { set, store, cursor } = found
  refuseReadOnly(set)
  requireMatch(call, found)
  const changes = await readBody(call.request, set)
  const before = rowAt(cursor, set)
  const frozen = Object.keys(changes).find(
    (name) => fieldOf(set, name)?.isKey && String(changes[name]) !== String(before[name]),
  )
  if (frozen) {
    throw infolog(
      `Write failed for table row of type '${set.dataEntity}'. Infolog: Error: Field '${frozen}' cannot be edited.`,
    )
  }
  const after = { ...before, ...changes }
  validateRow(call.world, set, after)
  if (set.source.kind === 'live') {
    if (!set.source.insert) throw badRequest('This entity cannot be written to.')
    await set.source.insert(after)
  } else store.overlay.patch(cursor.slot, changes)
  return new Response(null, { status: 204, headers: { etag: etagOf(store, cursor) } })
}

/** `DELETE` by key: 204. */
export async function deleteRow(call: Call, found: FoundRow): Promise<Response> {
  const { set, store, cursor } = found
  refuseReadOnly(set)
  requireMatch(call, found)
  if (set.source.kind === 'live') await set.source.remove?.(rowAt(cursor, set))
  else store.overlay.remove(cursor.slot)
  return new Response(null, { status: 204 })
}

/** A caller that names the version it knows gets 412 when the row has moved on. */
function requireMatch(call: Call, { store, cursor }: FoundRow): void {
  const known = call.request.headers.get('if-match')
  if (known === null || known === '*' || known === etagOf(store, cursor)) return
  const message = 'The etag provided in the If-Match header does not match the current one.'
  throw new FinopsRefusal(412, odataError(message, 'Microsoft.OData.ODataException'))
}
