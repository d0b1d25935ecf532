import { request } from 'undici'
import { environmentHost } from '@/lib/sandbox/hosts'
import { listen } from '@/lib/sandbox/http/listen'
import { loopbackAgent } from '@/lib/sandbox/loopback'
import { loadCertificates } from '@/lib/sandbox/tls/certificates'

export type PagedSourceOptions = Readonly<{
  /** Of the practice tenant, which still answers for Entra. */
  practice: Readonly<{ port: number; caPem: string }>
  /** Where that tenant keeps its certificates. */
  dir: string
  /** The JSON of each row. */
  rows: readonly string[]
  pageRows: number
  /** Whether a page names the one after it; else only `$skip` leads there. */
  links?: boolean
}>

/** What a test puts in the place of an answer; undefined lets the page through. */
export type Instead = (call: Readonly<{ number: number; request: Request }>) => Response | undefined

/** An environment of one entity set, for tests that need pages to come out in their own way. */
export type PagedSource = Readonly<{
  port: number
  /** Of reads, in order: path and query. */
  asked: string[]
  instead: { answer: Instead }
  close(): Promise<void>
}>

/** Starts it in front of a practice tenant, in whose place it listens. */
export async function startPagedSource(options: PagedSourceOptions): Promise<PagedSource> {
  const host = environmentHost('contoso-uat')
  const agent = loopbackAgent(options.practice)
  const asked: string[] = []
  const instead: { answer: Instead } = { answer: () => undefined }
  const listener = await listen({
    port: 0,
    certificates: await loadCertificates(options.dir, new Date()),
    log: { info() {}, warn() {}, error() {} },
    handler: async (call) => {
      const url = new URL(call.url)
      if (url.hostname !== host) return await forward(call, agent)
      if (url.pathname.endsWith('/$count')) return new Response(String(options.rows.length))
      asked.push(url.pathname + url.search)
      return instead.answer({ number: asked.length, request: call }) ?? pageOf(url, options)
    },
  })
  return {
    port: listener.port,
    asked,
    instead,
    async close() {
      await listener.close()
      await agent.close()
    },
  }
}

function pageOf(url: URL, { rows, pageRows, links = true }: PagedSourceOptions): Response {
  const numberOf = (name: string, none: number) => Number(url.searchParams.get(name) ?? none)
  const from = numberOf('$skiptoken', numberOf('$skip', 0))
  const page = rows.slice(from, from + pageRows)
  const next = from + pageRows
  const link = new URL(url)
  link.searchParams.set('$skiptoken', String(next))
  const tail = links && next < rows.length ? `,"@odata.nextLink":${JSON.stringify(link.href)}` : ''
  const context = JSON.stringify(`${url.origin}/data/$metadata#Rows`)
  return new Response(`{"@odata.context":${context},"value":[${page.join(',')}]${tail}}`, {
    headers: { 'content-type': 'application/json; odata.metadata=minimal' },
  })
}

async function forward(call: Request, dispatcher: ReturnType<typeof loopbackAgent>) {
  const answer = await request(call.url, {
    dispatcher,
    method: call.method === 'POST' ? 'POST' : 'GET',
    headers: Object.fromEntries(call.headers),
    body: call.method === 'POST' ? await call.text() : null,
  })
  const headers = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
  )
  return new Response(await answer.body.text(), { status: answer.statusCode, headers })
}
