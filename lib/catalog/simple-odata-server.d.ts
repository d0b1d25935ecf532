/** The part of an OData server that its test starts; the package brings no types. */
declare module 'simple-odata-server' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  type Done = (error: Error | null, rows: unknown[]) => void

  type Query = Readonly<{
    $filter: object
    $select?: object
    $sort?: object
    $skip?: number
    $limit?: number
  }>

  type Service = Readonly<{
    model(model: object): Service
    query(find: (set: string, query: Query, call: IncomingMessage, done: Done) => void): Service
    handle(request: IncomingMessage, response: ServerResponse): void
  }>

  const start: (serviceUrl: string) => Service
  export = start
}
