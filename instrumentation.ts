/** Next's start-up hook: the server is not ready before it has ended. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { boot } = await import('./instrumentation-node')
  await boot()
}
