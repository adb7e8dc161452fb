import type { Request, RequestHandler, Response } from 'express'

/** An asynchronous handler for Express 4, which by itself would leave what it throws unheard. */
export function awaited<Path>(
  answer: (request: Request<Path>, response: Response) => Promise<void>,
): RequestHandler<Path> {
  return (request, response, next) => {
    // oxlint-disable-next-line promise/no-callback-in-promise -- it is how Express is told
    answer(request, response).catch(next)
  }
}
