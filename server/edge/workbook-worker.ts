import { parentPort, workerData } from 'node:worker_threads'
import { writeWorkbook, type Workbook } from '../write-workbook.ts'

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage(await writeWorkbook(workerData as Workbook))
