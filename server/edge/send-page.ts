import { writeReadableStreamToWritable } from '@remix-run/node'
import type { Response as ExpressResponse } from 'express'
import { compressed, compressedOnce, encodingFor, type Encoding } from './compressing.ts'
import { fresh, isAlwaysTheSame, oneCopy, unmarked, type Copies, type Fresh } from './copies.ts'

/** Sends one copy of a page that was drawn. */
export async function sendPage(
  response: ExpressResponse,
  status: number,
  headers: Iterable<[string, string]>,
  copies: Copies,
): Promise<void> {
  let made: Fresh | undefined
  const one = () => (made ??= fresh())
  const isHead = response.req.method === 'HEAD'
  const encoding = isHead ? undefined : encodingFor(response.req)
  const body = await bodyOf(copies, one, encoding)
  response.status(status)
  for (const [name, value] of headers) setHeader(response, name, unmarked(value, one))
  if (encoding) response.setHeader('Content-Encoding', encoding)
  response.setHeader('Content-Length', body.length)
  response.end(isHead ? undefined : body)
}

async function bodyOf(copies: Copies, one: () => Fresh, encoding: Encoding | undefined): Promise<Uint8Array> {
  if (encoding && isAlwaysTheSame(copies)) return compressedOnce(copies, encoding)
  const body = oneCopy(copies, one)
  return encoding ? compressed(body, encoding) : body
}

/** Sends what is no page of ours: a file, an answer, a redirection. */
export async function send(answer: Response, response: ExpressResponse): Promise<void> {
  response.status(answer.status)
  for (const [name, value] of answer.headers) setHeader(response, name, value)
  if (answer.body) await writeReadableStreamToWritable(answer.body, response)
  else response.end()
}

/** A cookie never takes the place of another. */
function setHeader(response: ExpressResponse, name: string, value: string): void {
  if (name === 'set-cookie') response.append(name, value)
  else response.setHeader(name, value)
}
