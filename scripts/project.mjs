import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '')

/** Prints one line for the person who started the script. */
export function say(line) {
  process.stdout.write(`${line}\n`)
}

/**
 * Runs a command with its output shown, and answers with its exit code.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function run(command, args, env = process.env) {
  const windows = process.platform === 'win32'
  const done = spawnSync(command, args, { cwd: root, env, stdio: 'inherit', shell: windows })
  if (done.error) {
    say(`${command} could not be run: ${done.error.message}`)
    return 1
  }
  return done.status ?? 1
}

/** Runs a command as {@link run} does, and ends this process when it fails. */
export function mustRun(command, args, env) {
  const code = run(command, args, env)
  if (code !== 0) {
    say(`${[command, ...args].join(' ')} failed with ${code}.`)
    process.exit(code)
  }
}
