import { RefusedFile } from './refused-file.ts'
import type { FileReason } from './words.ts'
import { type FileGiven, type FileWritten, writeAnew } from './write-anew.ts'

export type Worked = { written: FileWritten } | { refused: FileReason }

process.on('message', (given: FileGiven) => {
  void worked(given).then((answer) => process.send?.(answer))
})
// Whoever started it is gone.
process.on('disconnect', () => process.exit(0))

async function worked(given: FileGiven): Promise<Worked> {
  try {
    return { written: await writeAnew(given) }
  } catch (thrown) {
    // What readers of files throw at a file is the file's fault: nothing else comes in here.
    return { refused: thrown instanceof RefusedFile ? thrown.reason : 'file-is-broken' }
  }
}
