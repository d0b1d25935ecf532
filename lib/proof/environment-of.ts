import { type Environment, openEnvironment } from '@/lib/finops/environment'
import type { CheckScope } from '@/lib/proof/scope'
import { tokenRequestOf } from '@/lib/proof/token-request'

/** The environment of this run, as its calls are made through. Only links after the token ask. */
export function environmentOf(scope: CheckScope): Environment {
  if (scope.found.environment) return scope.found.environment
  const request = tokenRequestOf(scope.subject)
  if (!request) throw new Error('an environment was asked for before its token')
  return openEnvironment(
    { ...request, environmentUrl: scope.subject.environmentUrl },
    { now: scope.now, ...scope.keeper },
  )
}
