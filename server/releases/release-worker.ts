import { parentPort, workerData } from 'node:worker_threads'
import { guardRelease, type ToGuard } from './guard-release.ts'

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage(await guardRelease(workerData as ToGuard))
