import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { connectionOf } from '@/components/data/connection-queries'
import { fetchJson, jsonBody } from '@/components/data/fetch-json'
import { probeOf } from '@/components/wizard/queries'
import {
  Connection,
  type CreateConnectionInput,
  type PutCredentialInput,
  type UpdateConnectionInput,
} from '@/lib/contract/connection'

/** Makes the connection with which the five steps begin. */
export const creating = (client: QueryClient) =>
  mutationOptions({
    mutationFn: (input: CreateConnectionInput) =>
      fetchJson(Connection, '/api/connections', jsonBody('POST', input)),
    onSuccess: (connection: Connection) => {
      keep(client, connection)
      return client.invalidateQueries({ queryKey: ['connections'], exact: true })
    },
  })

/** Connects to the practice environment, with the tenant that it names itself. */
export const practising = (client: QueryClient) =>
  mutationOptions({
    mutationFn: async (environmentUrl: string) => {
      const probe = await client.fetchQuery(probeOf(environmentUrl))
      const input: CreateConnectionInput = {
        environmentUrl,
        name: 'Practice',
        tenantId: probe.tenantId,
      }
      return fetchJson(Connection, '/api/connections', jsonBody('POST', input))
    },
    onSuccess: (connection: Connection) => {
      keep(client, connection)
      return client.invalidateQueries({ queryKey: ['connections'], exact: true })
    },
  })

/** Saves what was typed on a step's page. */
export const updating = (client: QueryClient, connectionId: string) =>
  mutationOptions({
    mutationFn: (input: UpdateConnectionInput) =>
      fetchJson(Connection, `/api/connections/${connectionId}`, jsonBody('PATCH', input)),
    onSuccess: (connection: Connection) => keep(client, connection),
  })

/** Hands the secret to the server, which never gives it back. */
export const puttingCredential = (client: QueryClient, connectionId: string) =>
  mutationOptions({
    mutationFn: (input: PutCredentialInput) =>
      fetchJson(Connection, `/api/connections/${connectionId}/credential`, jsonBody('PUT', input)),
    onSuccess: (connection: Connection) => keep(client, connection),
    // The variables of a finished mutation would keep the secret in the page's memory.
    gcTime: 0,
  })

function keep(client: QueryClient, connection: Connection) {
  client.setQueryData(connectionOf(connection.id).queryKey, connection)
}
