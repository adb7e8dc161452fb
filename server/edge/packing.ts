import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Request } from 'express'
import { fresh, oneCopy, type Copies } from './copies.ts'

export type Packing = 'br' | 'gzip'

const packers = {
  br: (text: Uint8Array) =>
    promisify(brotliCompress)(text, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 5,
        [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
      },
    }),
  gzip: (text: Uint8Array) => promisify(gzip)(text),
}

/** What this browser unpacks best. */
export function packingFor(request: Request): Packing | undefined {
  return (['br', 'gzip'] as const).find((packing) => request.acceptsEncodings(packing))
}

let last: Promise<unknown> = Promise.resolve()

/**
 * One after another: a packer takes megabytes of memory, and several at once take them anew each time, which costs four
 * times what packing does.
 */
export async function packed(text: Uint8Array, packing: Packing): Promise<Uint8Array> {
  const made = last.then(() => packers[packing](text))
  last = made.catch(() => {})
  return made
}

const kept = new WeakMap<Copies, Map<Packing, Promise<Uint8Array>>>()

/** A page of which all copies are the same is packed once. */
export async function packedOnce(copies: Copies, packing: Packing): Promise<Uint8Array> {
  const ways = kept.get(copies) ?? new Map<Packing, Promise<Uint8Array>>()
  kept.set(copies, ways)
  const made = ways.get(packing) ?? packed(oneCopy(copies, fresh), packing)
  ways.set(packing, made)
  made.catch(() => ways.delete(packing))
  return made
}
