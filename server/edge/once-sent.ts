import type { Response } from 'express'

/**
 * Tells once when an answer needs nothing more of us: all of it is on its way, or whoever asked has gone. Its closing alone would
 * come much later where the connection stays open for the next.
 */
export function onceSent(response: Response, tell: () => void): void {
  let isTold = false
  const over = () => {
    if (isTold) return
    isTold = true
    tell()
  }
  response.once('finish', over).once('close', over)
}
