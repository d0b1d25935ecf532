const text = { type: 'string' }
const count = { type: 'integer', minimum: 0 }
const truth = { type: 'boolean' }

function option(name: string, schema: object, description: string): object {
  return { name, in: 'query', schema, description }
}

/** Options that every read takes, by the id that refers to them. */
export const sharedParameters = {
  filter: option('$filter', text, "For example: dataAreaId eq 'usmf'"),
  select: option('$select', text, 'Names of fields, with commas'),
  expand: option('$expand', text, 'Relations, one level deep'),
  orderBy: option('$orderby', text, 'Names of fields, with commas; desc behind one turns it'),
  top: option('$top', count, 'At most so many rows'),
  skip: option('$skip', count, 'Leaves out so many rows'),
  count: option('$count', truth, 'Whether to count all rows'),
  crossCompany: option(
    'cross-company',
    truth,
    'Rows of every company, not of the default one only',
  ),
} as const

/** Answers that every call may get. */
export const responses = {
  throttled: {
    description: 'Too many requests: wait, and try again',
    headers: {
      'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer', minimum: 0 } },
    },
  },
  failed: {
    description: 'What went wrong, as OData tells it',
    content: {
      'application/json': {
        schema: {
          type: 'object',
          properties: {
            error: { type: 'object', properties: { code: text, message: text } },
          },
        },
      },
    },
  },
} as const

/** A page of rows. */
export function rowsSchema(row: object): object {
  return {
    type: 'object',
    required: ['value'],
    properties: {
      '@odata.count': count,
      '@odata.nextLink': { type: 'string', format: 'uri' },
      value: { type: 'array', items: row },
    },
  }
}
