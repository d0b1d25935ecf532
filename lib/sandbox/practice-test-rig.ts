import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Agent, request } from 'undici'
import { loopbackAgent } from '@/lib/sandbox/loopback'
import { type Sandbox, startSandbox } from '@/lib/sandbox/start'

export type RigAnswer = Readonly<{
  status: number
  headers: Readonly<Record<string, string>>
  text: string
  json(): Record<string, unknown>
}>

export type RigCall = Readonly<{
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'HEAD'
  headers?: Record<string, string>
  body?: string
  form?: Record<string, string> | string[][]
}>

/** A practice tenant of a test's own, with a clock that only the test moves. */
export type Rig = Readonly<{
  dir: string
  sandbox: () => Sandbox
  agent: () => Agent
  clock: { now: Date }
  call(url: string, call?: RigCall): Promise<RigAnswer>
  restart(): Promise<void>
  close(): Promise<void>
}>

/** Starts one in a folder of its own; `close` removes it. */
export async function startRig(now = new Date('2026-03-02T08:00:00.000Z')): Promise<Rig> {
  const dir = await mkdtemp(join(tmpdir(), 'practice-'))
  const clock = { now }
  const start = () => startSandbox({ dir, rows: 50, now: () => clock.now })
  let sandbox = await start()
  let agent = loopbackAgent(sandbox)
  return {
    dir,
    sandbox: () => sandbox,
    agent: () => agent,
    clock,
    call: (url, input = {}) => send(agent, url, input),
    async restart() {
      await agent.close()
      await sandbox.close()
      sandbox = await start()
      agent = loopbackAgent(sandbox)
    },
    async close() {
      await agent.close()
      await sandbox.close()
      await rm(dir, { recursive: true })
    },
  }
}

async function send(agent: Agent, url: string, input: RigCall): Promise<RigAnswer> {
  const body = input.form ? new URLSearchParams(input.form).toString() : (input.body ?? null)
  const formType = input.form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
  const answer = await request(url, {
    method: input.method ?? (input.form ? 'POST' : 'GET'),
    dispatcher: agent,
    headers: { ...formType, ...input.headers },
    body,
  })
  const text = await answer.body.text()
  const headers = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
  )
  return { status: answer.statusCode, headers, text, json: () => JSON.parse(text) }
}
