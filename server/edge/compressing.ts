import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Request } from 'express'
import { fresh, oneCopy, type Copies } from './copies.ts'

export type Encoding = 'br' | 'gzip'

const withBrotli = promisify(brotliCompress)
const withGzip = promisify(gzip)

const compressors = {
  br: (text: Uint8Array) =>
    withBrotli(text, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 5,
        [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
      },
    }),
  gzip: (text: Uint8Array) => withGzip(text),
}

/** The smallest that this browser reads. */
export function encodingFor(request: Request): Encoding | undefined {
  return (['br', 'gzip'] as const).find((encoding) => request.acceptsEncodings(encoding))
}

let last: Promise<unknown> = Promise.resolve()

/**
 * One after another: a compressor takes megabytes of memory, and several at once take them anew each time, which costs four
 * times what compressing does.
 */
export async function compressed(text: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  const made = last.then(() => compressors[encoding](text))
  last = made.catch(() => {})
  return made
}

const kept = new WeakMap<Copies, Map<Encoding, Promise<Uint8Array>>>()

/** A page of which all copies are the same is compressed once. */
export async function compressedOnce(copies: Copies, encoding: Encoding): Promise<Uint8Array> {
  const encoded = kept.get(copies) ?? new Map<Encoding, Promise<Uint8Array>>()
  kept.set(copies, encoded)
  const made = encoded.get(encoding) ?? compressed(oneCopy(copies, fresh), encoding)
  encoded.set(encoding, made)
  made.catch(() => encoded.delete(encoding))
  return made
}
