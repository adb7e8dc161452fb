import { inflateRawSync } from 'node:zlib'
import { zipSync, type Zippable } from 'fflate'

const MOST_BYTES = 2_000_000
const MOST_UNPACKED = 20_000_000
const MOST_PARTS = 300
const MOST_ROWS = 20_000
const MOST_COLUMNS = 300
const MOST_CELLS = 200_000

export type UnsafeWorkbook =
  | 'file-too-large'
  | 'file-is-old-xls'
  | 'file-is-not-xlsx'
  | 'file-is-encrypted'
  | 'file-unpacks-too-large'
  | 'sheet-too-large'

/**
 * A workbook as it may be given to its reader, or why it must not. Each part is unpacked with a limit, whatever size it claims to
 * have, and a sheet is measured by the addresses of its cells, since one cell far away makes a million rows. Cells that have a
 * colour and no content go first: spreadsheets write them to the last row there is.
 */
export function madeSafe(file: Uint8Array): Uint8Array | UnsafeWorkbook {
  if (file.length > MOST_BYTES) return 'file-too-large'
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === 0xd0cf11e0) return 'file-is-old-xls'
  if (bytes.length < 22 || bytes.readUInt32LE(0) !== 0x04034b50) return 'file-is-not-xlsx'
  const parts = partsOf(bytes)
  if (!parts) return 'file-is-not-xlsx'
  let left = MOST_UNPACKED
  const safe: Zippable = {}
  for (const part of parts) {
    if (part.encrypted) return 'file-is-encrypted'
    let unpacked: Buffer
    try {
      unpacked = part.packed ? inflateRawSync(part.bytes, { maxOutputLength: Math.max(1, left) }) : part.bytes
    } catch (error) {
      const grows = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
      return grows ? 'file-unpacks-too-large' : 'file-is-not-xlsx'
    }
    left -= unpacked.length
    if (left < 0 || unpacked.length > Math.max(part.claims, 1)) return 'file-unpacks-too-large'
    if (!/\.(?:xml|rels)$/i.test(part.name)) continue
    safe[part.name] = [unpacked, { level: 0 }]
    // A workbook declares no document type; entities that name each other are another way to grow.
    const text = unpacked.toString('utf8')
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return 'file-is-not-xlsx'
    if (!/worksheets\/[^/]*$/i.test(part.name)) continue
    const sheet = withoutEmpty(text)
    if (isTooWide(sheet)) return 'sheet-too-large'
    safe[part.name] = [Buffer.from(sheet), { level: 0 }]
  }
  return zipSync(safe)
}

/** What the sheet says of its size goes too: it would be that of the coloured cells. */
function withoutEmpty(sheet: string): string {
  return sheet
    .replaceAll(/<(?:\w{1,20}:)?dimension(?=[\s/>])[^<>]*>/g, '')
    .replaceAll(/<((?:\w{1,20}:)?c)(?=[\s/>])[^<>]*(?:\/>|><\/\1>)/g, '')
    .replaceAll(/<((?:\w{1,20}:)?row)(?=[\s/>])[^<>]*(?:\/>|>\s*<\/\1>)/g, '')
}

type Part = { name: string; bytes: Buffer; packed: boolean; encrypted: boolean; claims: number }

/** The parts by the directory at the end of the archive (APPNOTE 6.3.10, 4.3.12), which is what readers go by. */
function partsOf(bytes: Buffer): Part[] | undefined {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > bytes.length) return undefined
  const count = bytes.readUInt16LE(end + 10)
  let place = bytes.readUInt32LE(end + 16)
  if (count === 0 || count > MOST_PARTS) return undefined
  const parts: Part[] = []
  for (let index = 0; index < count; index += 1) {
    if (place + 46 > bytes.length || bytes.readUInt32LE(place) !== 0x02014b50) return undefined
    const [flags, method] = [bytes.readUInt16LE(place + 8), bytes.readUInt16LE(place + 10)]
    const [size, claims] = [bytes.readUInt32LE(place + 20), bytes.readUInt32LE(place + 24)]
    const [nameLength, extra, comment] = [28, 30, 32].map((at) => bytes.readUInt16LE(place + at)) as [
      number,
      number,
      number,
    ]
    const start = bytes.readUInt32LE(place + 42)
    if (start + 30 > bytes.length || (method !== 0 && method !== 8)) return undefined
    const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28)
    if (from + size > bytes.length) return undefined
    const name = bytes.toString('utf8', place + 46, place + 46 + nameLength)
    const part = bytes.subarray(from, from + size)
    parts.push({ name, bytes: part, packed: method === 8, encrypted: (flags & 1) === 1, claims })
    place += 46 + nameLength + extra + comment
  }
  return parts
}

function isTooWide(sheet: string): boolean {
  let cells = 0
  for (const [, attributes = ''] of sheet.matchAll(/<(?:\w{1,20}:)?(?:c|row)(?=[\s/>])([^<>]*)/g)) {
    cells += 1
    // An address written in character references is nobody's spreadsheet.
    if (cells > MOST_CELLS || attributes.includes('&')) return true
    const [, letters = '', row = '0'] = /\sr\s*=\s*["']([A-Z]*)(\d+)/.exec(attributes.slice(0, 500)) ?? []
    if (Number(row) > MOST_ROWS || columnNumber(letters) > MOST_COLUMNS) return true
  }
  return false
}

function columnNumber(letters: string): number {
  return Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}
