import type { Socket } from 'node:net'
import type { OutboundPhase } from '@/lib/http/outbound-error'
import { processWide } from '@/lib/http/process-wide'

/** What it took to open a connection, in milliseconds. */
export type OpeningTimes = Readonly<{
  /** Null where a proxy looks the name up. */
  dnsMs: number | null
  /** To the other end, or to the end of the tunnel that a proxy opened. */
  connectMs: number
  tlsMs: number
}>

/** Measures the phases of a connection as they are entered. */
export class PhaseClock {
  readonly #took = new Map<OutboundPhase, number>()
  #phase: OutboundPhase | undefined
  #enteredAt = 0

  enter(phase: OutboundPhase): void {
    this.#leave()
    this.#phase = phase
  }

  end(): OpeningTimes {
    this.#leave()
    this.#phase = undefined
    return {
      dnsMs: this.#took.get('dns') ?? null,
      connectMs: this.#took.get('connect') ?? this.#took.get('proxy') ?? 0,
      tlsMs: this.#took.get('tls') ?? 0,
    }
  }

  #leave(): void {
    const now = performance.now()
    if (this.#phase) this.#took.set(this.#phase, now - this.#enteredAt)
    this.#enteredAt = now
  }
}

const kept = () => processWide('opening-times', () => new WeakMap<Socket, OpeningTimes>())

/** Keeps what it took to open `socket` for the call that is sent over it first. */
export function noteOpening(socket: Socket, times: OpeningTimes): void {
  kept().set(socket, times)
}

/** What it took to open `socket`; null where an earlier call has used it. */
export function takeOpening(socket: Socket): OpeningTimes | null {
  const times = kept().get(socket) ?? null
  kept().delete(socket)
  return times
}
