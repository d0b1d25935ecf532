import { z } from 'zod'
import { Action } from '@/lib/contract/rights'

/**
 * Who tries. `granted`: a viewer who may read business data of sandboxes; `shut-out`: an operator
 * whose grants take every connection away; `trusted`: a viewer who is operator in production;
 * `token`: an operator's, for reading sandboxes alone.
 */
export const Subject = z.enum([
  'nobody',
  'shut-out',
  'viewer',
  'granted',
  'trusted',
  'operator',
  'token',
  'admin',
])
export type Subject = z.infer<typeof Subject>

/** To what: a connection to a sandbox, to production, to production that is open, or to none. */
export const Place = z.enum(['sandbox', 'production', 'opened', 'installation'])
export type Place = z.infer<typeof Place>

const places = z.array(Place)

/** `docs/authz.json`: which action a route or page asks for, and who may do that where. */
export const AuthzTable = z.object({
  routes: z.record(z.string(), z.union([Action, z.literal('public')])),
  pages: z.record(z.string(), z.union([Action, z.literal('public'), z.literal('signed-in')])),
  actions: z.record(Action, z.record(Subject.exclude(['nobody']), places)),
})
export type AuthzTable = z.infer<typeof AuthzTable>

/** The table as people read it. */
export function toDocument({ routes, pages, actions }: AuthzTable): string {
  const subjects = Subject.exclude(['nobody']).options
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const head = (cells: readonly string[]) => [row(cells), row(cells.map(() => '---'))]
  return [
    '# Who may do what',
    '',
    'Written by `npm run authz -- --write` from `docs/authz.json`, which `npm run authz` holds every',
    'route to: it calls each as each of these, for each kind of connection, and compares.',
    '',
    '**shut-out** is an operator whose grants take every connection away; **granted** a viewer who may',
    'read business data of sandboxes; **trusted** a viewer who is operator in production; **token** one',
    'that an operator made for reading sandboxes. *opened* is production that an admin has opened for a',
    'time; *installation* is what belongs to no connection.',
    '',
    '## Actions',
    '',
    ...head(['action', ...subjects]),
    ...Object.entries(actions).map(([action, who]) =>
      row([`\`${action}\``, ...subjects.map((subject) => who[subject].join(', ') || '–')]),
    ),
    '',
    '## Routes',
    '',
    ...head(['route', 'action']),
    ...Object.entries(routes).map(([route, action]) => row([`\`${route}\``, action])),
    '',
    '## Pages',
    '',
    ...head(['page', 'action']),
    ...Object.entries(pages).map(([page, action]) => row([`\`${page}\``, action])),
    '',
  ].join('\n')
}
