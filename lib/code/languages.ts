import type { CodeRequest } from '@/lib/code/code-request'
import { toBruno } from '@/lib/code/to-bruno'
import { toCSharp } from '@/lib/code/to-csharp'
import { toCurl } from '@/lib/code/to-curl'
import { toHttpFile } from '@/lib/code/to-http-file'
import { toPostman } from '@/lib/code/to-postman'
import { toPowerQuery } from '@/lib/code/to-power-query'
import { toPowerShell } from '@/lib/code/to-powershell'
import { toPython } from '@/lib/code/to-python'
import { toTypeScript } from '@/lib/code/to-typescript'

/** What a read can be written in. */
export type CodeLanguage =
  | 'curl'
  | 'http'
  | 'postman'
  | 'bruno'
  | 'typescript'
  | 'python'
  | 'csharp'
  | 'powershell'
  | 'power-query'

export type CodeLanguageFacts = Readonly<{
  id: CodeLanguage
  name: string
  /** What has to be there to run it. */
  needs: string
  /** Where the secret is put; the variable's name follows. */
  secretIn: string
  /** The file's name, of an entity set's. */
  fileName: (entitySet: string) => string
  write: (request: CodeRequest) => string
}>

const environment = 'the environment variable'

/** In the order in which they are offered. */
export const codeLanguages: readonly CodeLanguageFacts[] = [
  {
    id: 'curl',
    name: 'cURL',
    needs: 'bash and curl 7.76',
    secretIn: environment,
    fileName: (name) => `read-${name}.sh`,
    write: toCurl,
  },
  {
    id: 'typescript',
    name: 'TypeScript',
    needs: 'Node 20, no package',
    secretIn: environment,
    fileName: (name) => `read-${name}.mts`,
    write: toTypeScript,
  },
  {
    id: 'python',
    name: 'Python',
    needs: 'Python 3.9, no package',
    secretIn: environment,
    fileName: (name) => `read_${name}.py`,
    write: toPython,
  },
  {
    id: 'csharp',
    name: 'C#',
    needs: '.NET 8, no package',
    secretIn: environment,
    fileName: () => 'Program.cs',
    write: toCSharp,
  },
  {
    id: 'powershell',
    name: 'PowerShell',
    needs: 'PowerShell 7',
    secretIn: environment,
    fileName: (name) => `Read-${name}.ps1`,
    write: toPowerShell,
  },
  {
    id: 'power-query',
    name: 'Power Query M',
    needs: 'Power BI or Excel',
    secretIn: 'a parameter named',
    fileName: (name) => `${name}.pq`,
    write: toPowerQuery,
  },
  {
    id: 'http',
    name: 'HTTP file',
    needs: 'Visual Studio, or REST Client for VS Code',
    secretIn: environment,
    fileName: (name) => `${name}.http`,
    write: toHttpFile,
  },
  {
    id: 'postman',
    name: 'Postman',
    needs: 'Postman, or newman',
    secretIn: 'the Postman variable',
    fileName: (name) => `${name}.postman_collection.json`,
    write: toPostman,
  },
  {
    id: 'bruno',
    name: 'Bruno',
    needs: 'Bruno 2',
    secretIn: "the collection's .env file, as",
    fileName: (name) => `${name}.bruno.json`,
    write: toBruno,
  },
]
