import { basename, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '#db/root.ts'

/**
 * Has a worker of ours, named by its source, work something long out on a thread of its own: the event loop has no second to give,
 * and nothing of the thread's memory stays.
 */
export function onThread<Answer>(worker: `server/${string}-worker`, workerData: unknown): Promise<Answer> {
  const file = import.meta.url.endsWith('.ts') ? worker : `build/process/${basename(worker)}`
  return new Promise((resolve, reject) => {
    const thread = new Worker(join(projectRoot(), `${file}.js`), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
      execArgv: [],
    })
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', (code) => reject(new Error(`${worker} ended with ${code}`)))
  })
}
