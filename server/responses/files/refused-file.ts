import type { FileReason } from './words.ts'

/** Thrown where a file cannot be taken, with why. */
export class RefusedFile extends Error {
  readonly reason: FileReason

  constructor(reason: FileReason) {
    super(reason)
    this.name = 'RefusedFile'
    this.reason = reason
  }
}
