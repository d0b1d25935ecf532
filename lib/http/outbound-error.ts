import type { NetworkCode } from '@/lib/diagnosis/failure'

/** How far a call had come when it broke. */
export type OutboundPhase = 'policy' | 'dns' | 'proxy' | 'connect' | 'tls' | 'request' | 'body'

/** What a server showed of itself before trust failed. */
export type CertificateFacts = Readonly<{
  subject: string
  issuer: string
  altNames: readonly string[]
  validFrom: Date
  validTo: Date
  fingerprint256: string
}>

/** The part of an answer that had come when the call broke. */
export type PartialAnswer = Readonly<{
  status: number
  headers: Readonly<Record<string, string>>
  body: string
}>

type OutboundErrorFacts = Readonly<{
  code: NetworkCode
  host: string
  phase: OutboundPhase
  message: string
  cause?: unknown
  answer?: PartialAnswer | undefined
  certificate?: CertificateFacts | undefined
}>

/** A call to another host did not end in an answer. `message` is for the log and the evidence. */
export class OutboundError extends Error {
  override readonly name = 'OutboundError'
  readonly code: NetworkCode
  readonly host: string
  readonly phase: OutboundPhase
  /** Status, headers and the first bytes, where the answer had begun. */
  readonly answer: PartialAnswer | undefined
  /** Where the server's certificate is to blame and could be read. */
  readonly certificate: CertificateFacts | undefined

  constructor(facts: OutboundErrorFacts) {
    super(facts.message, { cause: facts.cause })
    this.code = facts.code
    this.host = facts.host
    this.phase = facts.phase
    this.answer = facts.answer
    this.certificate = facts.certificate
  }

  /** The same error with more facts. */
  with(
    facts: Partial<Pick<OutboundErrorFacts, 'answer' | 'certificate' | 'message'>>,
  ): OutboundError {
    return new OutboundError({
      code: this.code,
      host: this.host,
      phase: this.phase,
      message: this.message,
      cause: this.cause,
      answer: this.answer,
      certificate: this.certificate,
      ...facts,
    })
  }
}

/** The error of a caller who has gone away. */
export function cancelled(host: string, phase: OutboundPhase, cause?: unknown): OutboundError {
  return new OutboundError({
    code: 'cancelled',
    host,
    phase,
    message: `The call to ${host} was cancelled`,
    cause,
  })
}
