import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '#db/root.ts'
import type { ReleaseHidden } from './contract.ts'
import type { ToGuard } from './guard-release.ts'

/** Guards a release on a thread of its own: the audit may take seconds, and neither the solver nor its memory stays. */
export function runWorker(workerData: ToGuard): Promise<ReleaseHidden> {
  const folder = import.meta.url.endsWith('.ts') ? 'server/releases' : 'build/process'
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(projectRoot(), folder, 'release-worker.js'), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
      execArgv: [],
    })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The audit of a release ended with ${code}`)))
  })
}
