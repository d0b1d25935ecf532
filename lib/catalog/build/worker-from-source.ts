import { Worker } from 'node:worker_threads'
import { setCatalogWorker } from '@/lib/catalog/build/spawn-worker'

/**
 * Lets the thread that reads $metadata run from its source, for tests and benchmarks. A thread
 * does not inherit what makes its parent read TypeScript.
 */
export function runWorkerFromSource(): void {
  const source = JSON.stringify(new URL('./catalog-worker.ts', import.meta.url).href)
  const code = `import('tsx/esm/api').then(({ register }) => { register(); return import(${source}) })`
  setCatalogWorker(() => new Worker(code, { eval: true }))
}
