import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '#db/root.ts'
import type { Analysed, VotesToAnalyse } from './analyse-votes.ts'

/** Analyses on a thread of its own: a large consultation takes a second of counting, and the event loop has none to give. */
export function runWorker(votes: VotesToAnalyse): Promise<Analysed> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(...start(votes))
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The analysis ended with ${code}`)))
  })
}

function start(workerData: VotesToAnalyse): ConstructorParameters<typeof Worker> {
  const transferList = [workerData.starts.buffer, workerData.answers.buffer] as ArrayBuffer[]
  const folder = import.meta.url.endsWith('.ts') ? 'server/opinions' : 'build/process'
  return [
    join(projectRoot(), folder, 'analysis-worker.js'),
    { workerData, transferList, resourceLimits: { maxOldGenerationSizeMb: 512 }, execArgv: [] },
  ]
}
