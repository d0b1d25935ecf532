import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readCsdl } from '@/lib/odata/csdl/read-csdl'

const real = join(process.cwd(), '..', 'shared', 'metadata')
describe.skipIf(!existsSync(real))('real documents', () => {
  const files = existsSync(real)
    ? ['finops', 'other', 'edge'].flatMap((folder) =>
        readdirSync(join(real, folder)).map((name) => join(folder, name)),
      )
    : []
  const refused: Readonly<Record<string, string>> = {
    'edge/v3_northwind.xml': 'version_unsupported',
    'edge/sap_cloudsdk_API_MULTIPLE_SCHEMAS_SRV_v4.edmx': 'not_xml',
  }
  const load = (file: string) => {
    const raw = readFileSync(join(real, file))
    return file.endsWith('.gz') ? gunzipSync(raw) : raw
  }

  test.each(files.filter((file) => !(file in refused)))(
    '%s is read with every element of it',
    async (file) => {
      const document = load(file)
      const csdl = await readCsdl([document])
      const text = document.toString('utf8').replace(/<!--[\s\S]*?-->/g, '')
      const count = (element: string) =>
        text.match(new RegExp(`<(\\w+:)?${element}[\\s/>]`, 'g'))?.length ?? 0
      const types = [...csdl.types.values()]
      expect(csdl.resources).toHaveLength(count('EntitySet') + count('Singleton'))
      expect(csdl.operations).toHaveLength(count('Action') + count('Function'))
      expect(types.length).toBe(
        count('EntityType') + count('ComplexType') + count('EnumType') + count('TypeDefinition'),
      )
      const members = types.flatMap((type) => (type.kind === 'enum' ? type.members : []))
      expect(members).toHaveLength(count('Member'))
      const owners = types.flatMap((type) =>
        type.kind === 'entity' || type.kind === 'complex' ? [type] : [],
      )
      expect(owners.flatMap(({ properties }) => properties)).toHaveLength(count('Property'))
      expect(owners.flatMap(({ navigations }) => navigations)).toHaveLength(
        count('NavigationProperty'),
      )
    },
  )

  test.each(Object.entries(refused))('%s is refused as %s', async (file, code) => {
    await expect(readCsdl([load(file)])).rejects.toMatchObject({ code })
  })
})
