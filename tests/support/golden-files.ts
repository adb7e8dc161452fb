import { deflateRawSync, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** Stands wherever a file can say something of its maker. Nothing that is kept may have it. */
export const canary = 'CANARY-45.4642N-9.1900E'

/** A photo with a place in its EXIF, a small picture there, XMP, IPTC, a profile, a comment, and a page behind its end. */
export async function photoThatTells(): Promise<Buffer> {
  const plain = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#336699' } })
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Artist: canary, Copyright: canary }, IFD3: { GPSAreaInformation: canary } })
    .jpeg()
    .toBuffer()
  const small = Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xfe, canary), Buffer.from([0xff, 0xd9])])
  const tables = plain.indexOf(Buffer.from([0xff, 0xdb]))
  return Buffer.concat([
    plain.subarray(0, tables),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0'), small])),
    segment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><dc:creator>${canary}</dc:creator></x:xmpmeta>`),
    segment(0xed, `Photoshop 3.0\x008BIM\x04\x04\0\0\0\0${canary}`),
    segment(0xfe, canary),
    plain.subarray(tables),
    Buffer.from(`<script>${canary}</script>`),
  ])
}

/** A PNG with words in it: text, packed text, XMP and hours. */
export async function drawingThatTells(): Promise<Buffer> {
  const plain = await sharp({ create: { width: 8, height: 8, channels: 4, background: '#11223344' } })
    .png()
    .toBuffer()
  const afterHead = 33
  return Buffer.concat([
    plain.subarray(0, afterHead),
    pngChunk('tEXt', Buffer.from(`Author\0${canary}`)),
    pngChunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(canary)])),
    pngChunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0<x>${canary}</x>`)),
    plain.subarray(afterHead),
  ])
}

/** A picture of any size on paper, and of a few bytes in truth. */
export function hugePicture(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const row = Math.ceil(width / 8) + 1
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', head),
    pngChunk('IDAT', deflateSync(Buffer.alloc(Math.min(row * height, 1_000_000)))),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

/** A GIF of so many frames, each a pixel. */
export function filmOf(frames: number): Buffer {
  const head = Buffer.from('47494638396101000100800000000000ffffff', 'hex')
  const frame = Buffer.from('21f90400000000002c0000000001000100000202440100', 'hex')
  return Buffer.concat([head, ...Array<Buffer>(frames).fill(frame), Buffer.from([0x3b])])
}

/** Half a second of silence with tags before it, behind it, and between. */
export function soundThatTells(): Buffer {
  const id3 = Buffer.concat([
    Buffer.from('ID3\x04\0\0\0\0\0'),
    Buffer.from([canary.length + 10]),
    Buffer.from('TPE1\0\0\0\0\0\0'),
    Buffer.from(canary),
  ])
  const items = Buffer.from(`\x17\0\0\0\0\0\0\0Artist\0${canary}`, 'latin1')
  const footer = Buffer.alloc(32)
  footer.write('APETAGEX')
  footer.writeUInt32LE(2000, 8)
  footer.writeUInt32LE(items.length + 32, 12)
  footer.writeUInt32LE(1, 16)
  const id3v1 = Buffer.alloc(128)
  id3v1.write(`TAG${canary}`)
  return Buffer.concat([id3, silence(10), Buffer.from(canary), silence(10), items, footer, id3v1])
}

/** So many frames of MPEG 1, layer III, 128 kbit/s at 44.1 kHz. */
export function silence(frames: number): Buffer {
  const frame = Buffer.alloc(417)
  frame.set([0xff, 0xfb, 0x90, 0x00])
  return Buffer.concat(Array<Buffer>(frames).fill(frame))
}

export function wavThatTells(): Buffer {
  const format = Buffer.from('01000100401f0000803e000002001000', 'hex')
  const list = riffChunk('LIST', Buffer.from(`INFOIART\x18\0\0\0${canary}\0`))
  const body = Buffer.concat([
    Buffer.from('WAVE'),
    riffChunk('fmt ', format),
    list,
    riffChunk('data', Buffer.alloc(800, 1)),
    riffChunk('bext', Buffer.from(canary)),
  ])
  return Buffer.concat([riffChunk('RIFF', body), Buffer.from(canary)])
}

/** A recording as a phone makes it: tags in `udta`, the recorder's name in the track, an hour, and something unknown. */
export function recordingThatTells(brand = 'M4A '): Buffer {
  const hours = Buffer.alloc(100, 0)
  hours.write('HOURHOUR', 4)
  const handler = Buffer.concat([
    Buffer.alloc(8),
    Buffer.from('soun'),
    Buffer.alloc(12),
    Buffer.from(`${canary}\0`),
  ])
  const entry = Buffer.concat([
    Buffer.alloc(4),
    Buffer.from([0, 0, 0, 1, 0, 0, 0, 36]),
    Buffer.from('mp4a'),
    Buffer.alloc(28),
  ])
  const minf = box(
    'minf',
    box('smhd', Buffer.alloc(8)),
    box('stbl', box('stsd', entry), box('stco', Buffer.alloc(8))),
  )
  const track = box('trak', box('tkhd', hours), box('mdia', box('mdhd', hours), box('hdlr', handler), minf))
  const tags = box('udta', box('meta', box('ilst', box('\u00a9ART', Buffer.from(canary)))))
  return Buffer.concat([
    box('ftyp', Buffer.from(`${brand}\0\0\x02\0${brand}isom`)),
    box('moov', box('mvhd', hours), track, tags, box('uuid', Buffer.from(canary.padEnd(32)))),
    box('free', Buffer.from(canary)),
    box('mdat', Buffer.alloc(400, 7)),
  ])
}

/** As a browser records: a segment and a cluster without a length; title, hour, tags and a file attached. */
export function webmThatTells(): Buffer {
  const told = Buffer.from(canary)
  const info = ebml(
    '1549a966',
    ebml('2ad7b1', Buffer.from([0x0f, 0x42, 0x40])),
    ebml('7ba9', told),
    ebml('4461', Buffer.alloc(8, 5)),
    ebml('4d80', told),
    ebml('5741', told),
  )
  const track = ebml(
    '1654ae6b',
    ebml(
      'ae',
      ebml('d7', Buffer.from([1])),
      ebml('83', Buffer.from([2])),
      ebml('536e', told),
      ebml('86', Buffer.from('A_OPUS')),
    ),
  )
  const cluster = Buffer.concat([
    Buffer.from('1f43b67501ffffffffffffff', 'hex'),
    ebml('e7', Buffer.from([0])),
    ebml('a3', Buffer.alloc(40, 9)),
  ])
  return Buffer.concat([
    ebml('1a45dfa3', ebml('4282', Buffer.from('webm'))),
    Buffer.from('1853806701ffffffffffffff', 'hex'),
    info,
    track,
    cluster,
    ebml('1941a469', told),
    ebml('1254c367', Buffer.concat([told, Buffer.alloc(200)])),
  ])
}

/** Opus in Ogg with comments that take more than one page. */
export function oggThatTells(): Buffer {
  const head = Buffer.from('4f707573486561640101380180bb0000000000', 'hex')
  const comment = Buffer.from(`ARTIST=${canary}${' '.repeat(70_000)}`)
  const tags = Buffer.concat([
    Buffer.from('OpusTags'),
    counted(Buffer.from(canary)),
    Buffer.from([1, 0, 0, 0]),
    counted(comment),
  ])
  return Buffer.concat([
    oggPage(2, 0, [head.length], head),
    ...oggPages(tags),
    oggPage(0, 3, [20], Buffer.alloc(20, 3)),
    oggPage(4, 4, [20], Buffer.alloc(20, 4)),
  ])
}

/** A paper in two revisions: the first tells a name; a script runs on opening, a file is attached, a photo has its place. */
export async function paperThatTells(): Promise<Buffer> {
  const photo = await photoThatTells()
  const first = pdfRevision(
    [
      `1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction 6 0 R/Names<</EmbeddedFiles<</Names[(a.txt) 7 0 R]>>>>/Metadata 9 0 R/AcroForm<</Fields[11 0 R]>>>>endobj`,
      `2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj`,
      `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</P 10 0 R>>>>/AA<</O 6 0 R>>/Annots[11 0 R 12 0 R]/Metadata 9 0 R>>endobj`,
      stream('4 0 obj', '', `BT /F1 12 Tf 20 100 Td (${canary}) Tj ET`),
      `5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj`,
      `6 0 obj<</S/JavaScript/JS(app.alert\\('${canary}'\\))>>endobj`,
      `7 0 obj<</Type/Filespec/F(a.txt)/EF<</F 8 0 R>>>>endobj`,
      stream('8 0 obj', '/Type/EmbeddedFile', canary),
      stream('9 0 obj', '/Type/Metadata/Subtype/XML', `<x:xmpmeta>${canary}</x:xmpmeta>`),
      stream(
        '10 0 obj',
        '/Type/XObject/Subtype/Image/Width 60/Height 40/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/DCTDecode',
        photo.toString('latin1'),
      ),
      `11 0 obj<</Type/Annot/Subtype/Widget/FT/Tx/T(${canary})/V(x)/Rect[10 10 90 30]/P 3 0 R/A 6 0 R/AP<</N 13 0 R>>>>endobj`,
      `12 0 obj<</Type/Annot/Subtype/Text/T(${canary})/Contents(${canary})/Rect[0 0 9 9]>>endobj`,
      stream('13 0 obj', '/Type/XObject/Subtype/Form/BBox[0 0 80 20]', '0 0 80 20 re f % filled in'),
      `14 0 obj<</Author(${canary})/Producer(${canary})>>endobj`,
    ],
    '/Root 1 0 R/Info 14 0 R/Size 15',
    Buffer.from('%PDF-1.7\n'),
  )
  return pdfRevision(
    [stream('4 0 obj', '', 'BT /F1 12 Tf 20 100 Td (Second revision) Tj ET')],
    '/Root 1 0 R/Info 14 0 R/Size 15',
    first,
  )
}

/** A hundred thousand bytes that unpack to so many millions, as a document and as an archive. */
export function archiveBomb(megabytes: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(megabytes * 1_000_000))
  const head = Buffer.alloc(30)
  head.write('PK\x03\x04', 'latin1')
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(packed.length, 18)
  head.writeUInt32LE(megabytes * 1_000_000, 22)
  head.writeUInt16LE(17, 26)
  return Buffer.concat([head, Buffer.from('word/document.xml'), packed])
}

function segment(marker: number, content: string | Buffer): Buffer {
  const bytes = Buffer.from(content as string, 'latin1')
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(bytes.length + 2, 2)
  return Buffer.concat([head, bytes])
}

function pngChunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), content])
  const [head, tail] = [Buffer.alloc(4), Buffer.alloc(4)]
  head.writeUInt32BE(content.length)
  tail.writeUInt32BE(reflectedSum(body))
  return Buffer.concat([head, body, tail])
}

function reflectedSum(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}

function riffChunk(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(name)
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
}

function box(name: string, ...contents: Buffer[]): Buffer {
  const content = Buffer.concat(contents)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(content.length + 8)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, content])
}

function ebml(id: string, ...contents: Buffer[]): Buffer {
  const content = Buffer.concat(contents)
  const size = Buffer.alloc(4)
  size.writeUInt32BE(0x10000000 + content.length)
  return Buffer.concat([Buffer.from(id, 'hex'), size, content])
}

function counted(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(bytes.length)
  return Buffer.concat([length, bytes])
}

/** A packet over as many pages as it takes, numbered from 1. */
function oggPages(packet: Buffer): Buffer[] {
  const laces = [...Array<number>(Math.floor(packet.length / 255)).fill(255), packet.length % 255]
  const pages: Buffer[] = []
  for (let from = 0; from < laces.length; from += 255)
    pages.push(
      oggPage(
        from > 0 ? 1 : 0,
        pages.length + 1,
        laces.slice(from, from + 255),
        packet.subarray(from * 255, (from + 255) * 255),
      ),
    )
  return pages
}

function oggPage(flags: number, number: number, laces: number[], body: Buffer): Buffer {
  const head = Buffer.alloc(27)
  head.write('OggS')
  head[5] = flags
  head.writeUInt32LE(7, 14)
  head.writeUInt32LE(number, 18)
  head[26] = laces.length
  const page = Buffer.concat([head, Buffer.from(laces), body])
  page.writeUInt32LE(oggSum(page), 22)
  return page
}

/** The checksum of a page (RFC 3533), bit by bit; its own field counts as nought. */
export function oggSum(page: Buffer): number {
  const bytes = Buffer.from(page)
  bytes.fill(0, 22, 26)
  let sum = 0
  for (const byte of bytes) {
    sum ^= byte << 24
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1
  }
  return sum >>> 0
}

function stream(name: string, entries: string, content: string): string {
  return `${name}<<${entries}/Length ${content.length}>>stream\n${content}\nendstream endobj`
}

function pdfRevision(objects: string[], trailer: string, before: Buffer): Buffer {
  let bytes = before
  const table: string[] = []
  for (const object of objects) {
    const number = /^\d+/.exec(object)?.[0] ?? ''
    table.push(`${number} 1\n${String(bytes.length).padStart(10, '0')} 00000 n \n`)
    bytes = Buffer.concat([bytes, Buffer.from(`${object}\n`, 'latin1')])
  }
  const previous = before.lastIndexOf('startxref')
  const earlier =
    previous < 0 ? '' : `/Prev ${/startxref\n(\d+)/.exec(before.toString('latin1', previous))?.[1]}`
  const end = `xref\n${table.join('')}trailer<<${trailer}${earlier}>>\nstartxref\n${bytes.length}\n%%EOF\n`
  return Buffer.concat([bytes, Buffer.from(end, 'latin1')])
}
