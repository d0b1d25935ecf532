import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import type { Proof } from '@/lib/contract/proof'
import type { Context } from '@/lib/log/context'
import { runProof } from '@/lib/proof/run-proof'

/** Runs the whole chain once over a connection. @throws when it ends without a verdict */
export async function prove(connectionId: string, clockAheadSeconds = 0): Promise<Proof> {
  const ctx = contextAhead(clockAheadSeconds)
  for await (const event of runProof(ctx, { connectionId, until: 'trust', waitSeconds: 0 })) {
    if (event.type === 'finished') return event.proof
  }
  throw new Error('the run ended without a verdict')
}

/** Fivestep's own context, with a clock that is ahead by as much. */
export function contextAhead(clockAheadSeconds: number): Context {
  return {
    actor: { kind: 'system', job: 'faults' },
    now: () => new Date(Date.now() + clockAheadSeconds * 1000),
    signal: new AbortController().signal,
    log: pino({ level: 'silent' }),
    requestId: randomUUID(),
  }
}
