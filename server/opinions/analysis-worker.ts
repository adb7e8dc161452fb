import { parentPort, workerData } from 'node:worker_threads'
import { analyseVotes, type VotesToAnalyse } from './analyse-votes.ts'

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage(analyseVotes(workerData as VotesToAnalyse))
