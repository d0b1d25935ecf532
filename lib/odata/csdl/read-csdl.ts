import { CsdlReader } from '@/lib/odata/csdl/csdl-reader'
import type {
  Csdl,
  CsdlImport,
  CsdlOperation,
  CsdlResource,
  CsdlTargetAnnotations,
  CsdlType,
} from '@/lib/odata/csdl/model'

/**
 * Reads a whole document into memory; for what is too large for that, see {@link CsdlReader}.
 *
 * @throws {CsdlError}
 */
export async function readCsdl(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Csdl> {
  const types = new Map<string, CsdlType>()
  const operations: CsdlOperation[] = []
  const resources: CsdlResource[] = []
  const imports: CsdlImport[] = []
  const targetAnnotations: CsdlTargetAnnotations[] = []
  const reader = new CsdlReader({
    type: (type) => types.set(type.name, type),
    operation: (operation) => operations.push(operation),
    resource: (resource) => resources.push(resource),
    operationImport: (imported) => imports.push(imported),
    targetAnnotations: (annotations) => targetAnnotations.push(annotations),
  })
  for await (const chunk of chunks) reader.write(chunk)
  return { ...reader.end(), types, operations, resources, imports, targetAnnotations }
}
