import type { CsdlOperation, CsdlParameter } from '@/lib/odata/csdl/model'
import type { DriftFact } from '@/lib/odata/drift/drift'
import { always, appeared, differing, onceUnset, vanished } from '@/lib/odata/drift/facts'

/** Operations by a name of their own: overloads are told apart by what they take. */
export function byCall(operations: readonly CsdlOperation[]): Map<string, CsdlOperation> {
  const alike = new Map<string, number>()
  for (const { name } of operations) alike.set(name, (alike.get(name) ?? 0) + 1)
  return new Map(
    operations.map((operation) => {
      const { name } = operation
      const isOverloaded = (alike.get(name) ?? 0) > 1
      const taken = taking(operation).map((parameter) => parameter.name)
      return [isOverloaded ? `${name}(${taken.join(', ')})` : name, operation]
    }),
  )
}

/** What is different about an action or a function. */
export function operationFacts(before: CsdlOperation, after: CsdlOperation): DriftFact[] {
  return [
    ...differing('kind', [before.kind, after.kind], always),
    ...differing('called on', [boundTo(before), boundTo(after)], always),
    ...parameterFacts(taking(before), taking(after)),
    ...differing('returns', [before.returnType?.type, after.returnType?.type], returnBreaks),
  ]
}

/** `action (CompanyId: Edm.String)` */
export function signature(operation: CsdlOperation): string {
  const taken = taking(operation).map(({ name, type }) => `${name}: ${type}`)
  const returns = operation.returnType ? ` -> ${operation.returnType.type}` : ''
  return `${operation.kind} (${taken.join(', ')})${returns}`
}

/** Parameters without the one that it is called on. */
function taking({ isBound, parameters }: CsdlOperation): readonly CsdlParameter[] {
  return isBound === true ? parameters.slice(1) : parameters
}

function boundTo({ isBound, parameters: [first] }: CsdlOperation): string {
  if (isBound !== true) return 'nothing'
  return first?.type.startsWith('Collection(') ? 'the entity set' : 'a row'
}

function parameterFacts(
  before: readonly CsdlParameter[],
  after: readonly CsdlParameter[],
): DriftFact[] {
  const now = new Map(after.map((parameter) => [parameter.name, parameter]))
  const known = new Set(before.map(({ name }) => name))
  return [
    ...before.flatMap((parameter) => {
      const { name, type, nullable } = parameter
      const same = now.get(name)
      if (!same) return vanished(`parameter ${name}`, type)
      return [
        ...differing(`parameter ${name}`, [type, same.type], always),
        ...differing(
          `parameter ${name} nullable`,
          [nullable !== false, same.nullable !== false],
          onceUnset,
        ),
      ]
    }),
    ...after
      .filter(({ name }) => !known.has(name))
      .flatMap(({ name, type, nullable }) =>
        appeared(`parameter ${name}`, type, nullable === false),
      ),
  ]
}

/** Who was answered nothing does not mind an answer. */
function returnBreaks(before: string | undefined): boolean {
  return before !== undefined
}
