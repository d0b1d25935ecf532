import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * When process `pid` of this machine was started, as text that is only good for comparing, or
 * undefined when that cannot be told.
 */
export function startedAt(pid: number): string | undefined {
  if (process.platform === 'win32') return undefined
  return process.platform === 'linux' ? readProc(pid)?.startedAt : fromPs(pid)
}

/**
 * Whether the process that had number `pid` and start time `since` still runs; a later one with
 * the same number is not it. Where the start time cannot be told, a living process counts.
 */
export function stillRuns(pid: number, since: string): boolean {
  if (!exists(pid) || (process.platform === 'linux' && readProc(pid)?.ended)) return false
  const started = startedAt(pid)
  return started === undefined || started === since
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Not permitted to signal it: then it is there, and another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** @see proc_pid_stat(5): the name in field 2 may hold spaces and brackets, `starttime` is field 22 */
function readProc(pid: number): { ended: boolean; startedAt: string } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // The start time counts from the boot, so two boots could show the same.
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    // A zombie has ended: it only waits for its parent to notice.
    return { ended: 'ZXx'.includes(state), startedAt: `${boot} ${fields[18]}` }
  } catch {
    // Hidden from other users, or gone between two looks.
    return undefined
  }
}

function fromPs(pid: number): string | undefined {
  try {
    const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
    return started.trim() || undefined
  } catch {
    // `ps` fails when there is no such process.
    return undefined
  }
}
