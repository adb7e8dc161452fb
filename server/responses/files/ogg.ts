import { RefusedFile } from './refused-file.ts'

/** A page of a stream (RFC 3533): its head, the lengths of what it carries in pieces of 255, and that. */
type Page = { flags: number; granule: Buffer; serial: number; laces: number[]; body: Buffer }

/** Nobody named, no tag: what a comment packet must still say (RFC 7845 5.2, Vorbis I 5). */
const emptyComments = {
  opus: Buffer.concat([Buffer.from('OpusTags'), Buffer.alloc(8)]),
  vorbis: Buffer.concat([Buffer.from([3]), Buffer.from('vorbis'), Buffer.alloc(8), Buffer.from([1])]),
}

/**
 * The same sound with an empty comment packet, in pages that are counted and checked anew. One stream only: what is mixed in
 * beside it is not sound.
 */
export function oggWithoutTags(bytes: Buffer): Buffer {
  const pages = pagesIn(bytes)
  const [first] = pages
  const codec = first?.body.toString('latin1', 0, 8) === 'OpusHead' ? 'opus' : 'vorbis'
  if (!first || (codec === 'vorbis' && first.body.toString('latin1', 0, 7) !== '\u0001vorbis'))
    throw new RefusedFile('file-not-allowed')
  if (
    pages.some(({ serial, flags }, index) => serial !== first.serial || (flags & 2) !== (index === 0 ? 2 : 0))
  )
    throw new RefusedFile('file-has-pictures-in-sound')
  // After the comments Vorbis has a packet that says how to read it; sound begins on a page of its own after both.
  const wanted = codec === 'opus' ? 1 : 2
  const { packets, next } = packetsFrom(pages, 1, wanted)
  const heads = [emptyComments[codec], ...packets.slice(1)]
  if (next >= pages.length || heads.length !== wanted) throw new RefusedFile('file-is-broken')
  const written = [first, ...pagesOf(heads, first.serial), ...pages.slice(next)]
  return Buffer.concat(written.map(pageBytes))
}

function pagesIn(bytes: Buffer): Page[] {
  const pages: Page[] = []
  for (let at = 0; at + 27 <= bytes.length;) {
    const count = bytes[at + 26] ?? 0
    const laces = [...bytes.subarray(at + 27, at + 27 + count)]
    const start = at + 27 + count
    const end = start + laces.reduce((sum, lace) => sum + lace, 0)
    if (bytes.toString('latin1', at, at + 4) !== 'OggS' || bytes[at + 4] !== 0)
      throw new RefusedFile('file-is-broken')
    // A recording that was cut off ends within its last page.
    if (end > bytes.length) break
    pages.push({
      flags: bytes[at + 5] ?? 0,
      granule: bytes.subarray(at + 6, at + 14),
      serial: bytes.readUInt32LE(at + 14),
      laces,
      body: bytes.subarray(start, end),
    })
    at = end
  }
  return pages
}

/** The next whole packets, and the page after the one on which the last of them ends. */
function packetsFrom(pages: Page[], from: number, many: number): { packets: Buffer[]; next: number } {
  const packets: Buffer[] = []
  let pieces: Buffer[] = []
  for (let index = from; index < pages.length; index += 1) {
    const page = pages[index]
    let at = 0
    for (const lace of page?.laces ?? []) {
      pieces.push(page?.body.subarray(at, at + lace) ?? Buffer.alloc(0))
      at += lace
      if (lace === 255) continue
      packets.push(Buffer.concat(pieces))
      pieces = []
    }
    if (packets.length >= many) return { packets, next: index + 1 }
  }
  return { packets, next: pages.length }
}

function pagesOf(packets: Buffer[], serial: number): Page[] {
  const laces = packets.flatMap(({ length }) => [
    ...Array<number>(Math.floor(length / 255)).fill(255),
    length % 255,
  ])
  const body = Buffer.concat(packets)
  const pages: Page[] = []
  for (let at = 0, from = 0; from < laces.length; from += 255) {
    const some = laces.slice(from, from + 255)
    const length = some.reduce((sum, lace) => sum + lace, 0)
    // On which no packet ends has no place in time, which is written as -1.
    const granule = Buffer.alloc(8, some.some((lace) => lace < 255) ? 0 : 255)
    const isContinued = from > 0 && laces[from - 1] === 255
    pages.push({
      flags: isContinued ? 1 : 0,
      granule,
      serial,
      laces: some,
      body: body.subarray(at, at + length),
    })
    at += length
  }
  return pages
}

function pageBytes({ flags, granule, serial, laces, body }: Page, number: number): Buffer {
  const head = Buffer.alloc(27)
  head.write('OggS', 'latin1')
  head[5] = flags
  granule.copy(head, 6)
  head.writeUInt32LE(serial, 14)
  head.writeUInt32LE(number, 18)
  head[26] = laces.length
  const page = Buffer.concat([head, Buffer.from(laces), body])
  page.writeUInt32LE(checksum(page), 22)
  return page
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index << 24
  for (let bit = 0; bit < 8; bit += 1) value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1
  return value >>> 0
})

function checksum(page: Buffer): number {
  let sum = 0
  for (const byte of page) sum = ((sum << 8) ^ (table[((sum >>> 24) ^ byte) & 255] ?? 0)) >>> 0
  return sum
}
