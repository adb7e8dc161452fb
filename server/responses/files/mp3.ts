import { RefusedFile } from './refused-file.ts'

/** Kilobits a second of layer III (ISO/IEC 11172-3, 13818-3), by the header's index: MPEG 1, then 2 and 2.5. */
const rates = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const
const samplings = [44_100, 48_000, 32_000] as const
const leastFrames = 3

/**
 * The frames of sound alone, bit for bit: tags at the front, at the end and between them (ID3, APE, Lyrics3, whatever else is
 * no frame) are left out.
 */
export function mp3WithoutTags(bytes: Buffer): Buffer {
  const frames: Buffer[] = []
  let at = 0
  let first: number | undefined
  while (at + 4 <= bytes.length) {
    const tag = tagLength(bytes, at)
    const frame = tag ? undefined : frameAt(bytes, at)
    const isSound =
      frame !== undefined &&
      (first === undefined ? isFollowed(bytes, at + frame.length, frame.kind) : frame.kind === first)
    if (frame && isSound) {
      first ??= frame.kind
      if (at + frame.length <= bytes.length) frames.push(bytes.subarray(at, at + frame.length))
      at += frame.length
    } else {
      at += tag ?? 1
    }
  }
  if (frames.length < leastFrames) throw new RefusedFile('file-is-broken')
  return Buffer.concat(frames)
}

/** How long a frame is by its header, and what all frames of one file have alike (version, layer, sampling). */
function frameAt(bytes: Buffer, at: number): { length: number; kind: number } | undefined {
  if (at + 4 > bytes.length) return undefined
  const header = bytes.readUInt32BE(at)
  const version = (header >>> 19) & 3
  const isLayer3 = ((header >>> 17) & 3) === 1
  const sampling = samplings[(header >>> 10) & 3]
  const isFirst = version === 3
  const rate = rates[isFirst ? 0 : 1][(header >>> 12) & 15]
  if (header >>> 21 !== 0x7ff || version === 1 || !isLayer3 || !sampling || !rate) return undefined
  const perSecond = sampling / (isFirst ? 1 : version === 2 ? 2 : 4)
  const padding = (header >>> 9) & 1
  const length = Math.floor(((isFirst ? 144_000 : 72_000) * rate) / perSecond) + padding
  return { length, kind: header & 0x1e0c00 }
}

function isFollowed(bytes: Buffer, at: number, kind: number): boolean {
  return at >= bytes.length || frameAt(bytes, at)?.kind === kind
}

/** A tag that says how long it is; its content may look like sound. */
function tagLength(bytes: Buffer, at: number): number | undefined {
  const name = bytes.toString('latin1', at, at + 8)
  if (name.startsWith('ID3') && at + 10 <= bytes.length) {
    const size = [6, 7, 8, 9].reduce((sum, place) => sum * 128 + ((bytes[at + place] ?? 0) & 127), 0)
    const hasFooter = ((bytes[at + 5] ?? 0) & 16) !== 0
    return 10 + size + (hasFooter ? 10 : 0)
  }
  if (name === 'APETAGEX' && at + 32 <= bytes.length) {
    // The size counts the items and a footer, which is a header's twin.
    const isHeader = (bytes.readUInt32LE(at + 20) & 0x20000000) !== 0
    return isHeader ? 32 + bytes.readUInt32LE(at + 12) : 32
  }
  if (name.startsWith('TAG') && at + 128 === bytes.length) return 128
  return undefined
}
