import { RefusedFile } from './refused-file.ts'

/** Boxes that hold boxes (ISO/IEC 14496-12), and those that sound needs to be played. Any other is made `free`. */
const holding = new Set([
  'moov',
  'trak',
  'edts',
  'mdia',
  'minf',
  'dinf',
  'stbl',
  'mvex',
  'moof',
  'traf',
  'mfra',
])
const playing = new Set(
  (
    'ftyp styp mvhd tkhd elst mdhd hdlr smhd nmhd dref stsd stts ctts stss stsc stsz stz2 stco co64 sgpd sbgp sdtp ' +
    'mehd trex mfhd tfhd tfdt trun sidx tfra mfro mdat'
  ).split(' '),
)
const sounds = new Set(['mp4a', 'samr', 'sawb', 'alac', 'Opus', 'fLaC', 'ac-3'])
const deepest = 8

/**
 * A recording (m4a, 3gp) whose sound is not touched: what speaks of it (`udta`, `meta`, and every box that playing does not
 * need) is emptied where it stands, so that all offsets stay true, and its hours and names are cleared.
 */
export function isoMediaWithoutTags(bytes: Buffer): Buffer {
  const written = Buffer.from(bytes)
  const seen = { tracks: 0, media: false }
  emptyBoxes(written, 0, written.length, 0, seen)
  if (seen.tracks === 0 || !seen.media) throw new RefusedFile('file-is-broken')
  return written
}

function emptyBoxes(
  bytes: Buffer,
  from: number,
  to: number,
  depth: number,
  seen: { tracks: number; media: boolean },
): void {
  if (depth > deepest) throw new RefusedFile('file-is-broken')
  for (let at = from; at < to;) {
    const { name, start, end } = boxAt(bytes, at, to)
    if (holding.has(name)) emptyBoxes(bytes, start, end, depth + 1, seen)
    else if (!playing.has(name)) {
      bytes.write('free', at + 4, 'latin1')
      bytes.fill(0, start, end)
    }
    if (name === 'hdlr') {
      const kind = bytes.toString('latin1', start + 8, start + 12)
      if (kind !== 'soun') throw new RefusedFile('file-has-pictures-in-sound')
      seen.tracks += 1
      // A name that the recorder gave the track, to the end of the box.
      bytes.fill(0, start + 24, end)
    }
    if (name === 'stsd' && !sounds.has(bytes.toString('latin1', start + 12, start + 16)))
      throw new RefusedFile('file-not-allowed')
    // When it was recorded and changed, after the version and flags: 32 bits each, or 64.
    if (name === 'mvhd' || name === 'tkhd' || name === 'mdhd')
      bytes.fill(0, start + 4, Math.min(end, start + (bytes[start] === 1 ? 20 : 12)))
    seen.media ||= name === 'mdat'
    at = end
  }
}

function boxAt(bytes: Buffer, at: number, to: number): { name: string; start: number; end: number } {
  if (at + 8 > to) throw new RefusedFile('file-is-broken')
  const size = bytes.readUInt32BE(at)
  const name = bytes.toString('latin1', at + 4, at + 8)
  if (size === 1 && at + 16 > to) throw new RefusedFile('file-is-broken')
  const start = size === 1 ? at + 16 : at + 8
  const end = size === 0 ? to : at + (size === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : size)
  if (end < start || end > to) throw new RefusedFile('file-is-broken')
  return { name, start, end }
}
