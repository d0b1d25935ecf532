import type { UpstreamError } from '@/lib/catalog/errors'
import type { ConnectionError } from '@/lib/connections/errors'
import type { ExportFailure } from '@/lib/contract/export'
import type { Context } from '@/lib/log/context'

const none = { diagnosis: null, failure: null }

/**
 * Why an export has failed, for the person who wants its file. Errors are known by name, since
 * their classes may have been loaded once more in another bundle.
 */
export function toExportFailure(error: unknown, ctx: Context): ExportFailure {
  const name = error instanceof Error ? error.name : ''
  if (name === 'UpstreamError') {
    const { diagnosis, failure } = error as UpstreamError
    return { title: diagnosis.title, detail: diagnosis.cause, diagnosis, failure }
  }
  if (name === 'ConnectionError') {
    const { detail } = error as ConnectionError
    return { title: 'The connection cannot be used', detail, ...none }
  }
  if (name === 'ValueError') {
    const detail = (error as Error).message
    return { title: 'A value does not fit into the file', detail, ...none }
  }
  const known = disk[(error as NodeJS.ErrnoException).code ?? '']
  if (known) return { ...known, ...none }
  return {
    title: 'Something broke inside Fivestep',
    detail: `The rows so far are kept. The log has the cause under ${ctx.requestId}.`,
    ...none,
  }
}

const disk: Readonly<Record<string, Readonly<{ title: string; detail: string }>>> = {
  ENOSPC: {
    title: 'The disk is full',
    detail: 'The rows so far are kept. Make room where FIVESTEP_DATA_DIR is, then let it go on.',
  },
  EDQUOT: {
    title: 'The disk quota is used up',
    detail: 'The rows so far are kept. Make room where FIVESTEP_DATA_DIR is, then let it go on.',
  },
  EACCES: {
    title: 'The export folder cannot be written to',
    detail: 'Give the server the right to write below FIVESTEP_DATA_DIR, then let it go on.',
  },
  EROFS: {
    title: 'The export folder cannot be written to',
    detail: 'The file system of FIVESTEP_DATA_DIR is read-only.',
  },
}
