import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * When process `pid` of this machine was started, as text that is only good for comparing, or
 * undefined when there is no such process.
 */
export function startedAt(pid: number): string | undefined {
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid)
}

/** @see proc_pid_stat(5), field 22 `starttime`; the name in field 2 may hold spaces and brackets */
function fromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A zombie has ended: it only waits for its parent to notice.
    if (fields[0] === 'Z') return undefined
    return `${bootId()} ${fields[19]}`
  } catch {
    return undefined
  }
}

function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
}

function fromPs(pid: number): string | undefined {
  try {
    process.kill(pid, 0)
    if (process.platform === 'win32') return 'alive'
    const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
    return started.trim() || undefined
  } catch {
    return undefined
  }
}
