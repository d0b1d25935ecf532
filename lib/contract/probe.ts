import { z } from 'zod'
import { Evidence } from '@/lib/contract/proof'
import { Diagnosis } from '@/lib/diagnosis/diagnosis'
import { Failure } from '@/lib/diagnosis/failure'
import { Cloud } from '@/lib/steps/cloud'

/** `POST /api/environments/probe` */
export const ProbeInput = z.object({ environmentUrl: z.string().trim().min(1).max(2000) })
export type ProbeInput = z.infer<typeof ProbeInput>

/** One thing that the probe tried, in order; those after the first failure are `blocked`. */
export const ProbeCheck = z.object({
  id: z.enum(['address', 'dns', 'tcp', 'tls', 'finops', 'tenant']),
  title: z.string(),
  verdict: z.enum(['passed', 'failed', 'warned', 'blocked']),
  summary: z.string(),
  evidence: z.array(Evidence),
  tookMs: z.number().nonnegative(),
  diagnosis: Diagnosis.nullable(),
  failure: Failure.nullable(),
})
export type ProbeCheck = z.infer<typeof ProbeCheck>

/** What an environment tells of itself before anyone has signed in. */
export const ProbeResult = z.object({
  /** Normalised origin; null when the address does not parse. */
  environmentUrl: z.string().nullable(),
  suggestedName: z.string().nullable(),
  reachable: z.boolean(),
  /** True when it answered as F&O answers a caller without a token. */
  isFinops: z.boolean(),
  cloud: Cloud.nullable(),
  /** GUID or domain from the environment's own 401 challenge; null when it named none. */
  tenantId: z.string().nullable(),
  authorityUrl: z.string().nullable(),
  checks: z.array(ProbeCheck),
})
export type ProbeResult = z.infer<typeof ProbeResult>
