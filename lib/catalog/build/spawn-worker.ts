import { Worker } from 'node:worker_threads'

type Spawn = () => Worker

/** The build makes a bundle of what this names. */
let spawn: Spawn = () => new Worker(new URL('./catalog-worker.ts', import.meta.url))

/** Starts the thread that reads $metadata. */
export function spawnCatalogWorker(): Worker {
  return spawn()
}

/** Puts another way to start it in place: where nothing was built there is no bundle to start. */
export function setCatalogWorker(other: Spawn): void {
  spawn = other
}
