import { RefusedFile } from './refused-file.ts'

/** Elements by their ids (RFC 8794, RFC 9559). */
const segment = 0x18538067
const description = 0x1549a966
const tracks = 0x1654ae6b
const track = 0xae
const cluster = 0x1f43b675
const trackType = 0x83
const sound = 2

/** What playing needs, by where it stands. All else that stands there becomes `Void`: tags, attachments, chapters, titles, hours. */
const needed = new Map([
  [0, new Set([0x1a45dfa3, segment])],
  [
    segment,
    new Set([0x114d9b74 /* where things are */, description, tracks, cluster, 0x1c53bb6b /* cues */]),
  ],
  [description, new Set([0x2ad7b1 /* scale of time */, 0x4489 /* duration */, 0x4d80, 0x5741])],
  [tracks, new Set([track])],
])
/** Of a track: its name, its codec's name and homepage, and checksums of what is changed here. */
const emptiedInTrack = new Set([0x536e, 0x258688, 0x3b4040, 0x26b240, 0xbf, 0xec])
/** Which programs wrote it: must be there, and need not say anything. */
const blanked = new Set([0x4d80, 0x5741])

/** A recording whose sound is not touched: tags, titles, hours and attachments become `Void` of the same length. */
export function webmWithoutTags(bytes: Buffer): Buffer {
  const written = Buffer.from(bytes)
  const seen = { tracks: 0, media: false }
  emptyElements(written, 0, written.length, 0, seen)
  if (seen.tracks === 0 || !seen.media) throw new RefusedFile('file-is-broken')
  return written
}

type Seen = { tracks: number; media: boolean }

/** Goes through what stands from one place to another, and answers where it stopped. */
function emptyElements(bytes: Buffer, from: number, to: number, parent: number, seen: Seen): number {
  let at = from
  while (at < to) {
    const { id, start, end } = elementAt(bytes, at, to)
    // A recorder does not know how long a cluster will be: it ends where the next element of its level begins.
    if (parent === cluster && id > 0xffffff) return at
    seen.media ||= id === cluster
    if (parent === track && id === trackType) {
      if (bytes[known(end) - 1] !== sound) throw new RefusedFile('file-has-pictures-in-sound')
      seen.tracks += 1
    }
    const isUnneeded = parent === track ? emptiedInTrack.has(id) : needed.get(parent)?.has(id) === false
    if (isUnneeded) makeVoid(bytes, at, known(end))
    else if (blanked.has(id) && parent === description) bytes.fill(0, start, known(end))
    const isEntered = !isUnneeded && (needed.has(id) || id === track || (id === cluster && end === undefined))
    at = isEntered ? emptyElements(bytes, start, end ?? to, id, seen) : known(end)
  }
  return at
}

/** An element's id and where its content stands; no end where its length is unknown. */
function elementAt(
  bytes: Buffer,
  at: number,
  to: number,
): { id: number; start: number; end: number | undefined } {
  const idLength = vintLength(bytes, at, to, 4)
  const id = bytes.readUIntBE(at, idLength)
  const length = vintLength(bytes, at + idLength, to, 8)
  const start = at + idLength + length
  const size = vintValue(bytes, at + idLength, length)
  const end = size === undefined ? undefined : start + size
  // A recording that was cut off ends within its last element.
  if (end !== undefined && end > to) {
    if (to !== bytes.length) throw new RefusedFile('file-is-broken')
    return { id, start, end: to }
  }
  return { id, start, end }
}

function vintLength(bytes: Buffer, at: number, to: number, most: number): number {
  const length = Math.clz32(bytes[at] ?? 0) - 23
  if (length > most || at + length > to) throw new RefusedFile('file-is-broken')
  return length
}

/** Undefined where all its bits are set: unknown. */
function vintValue(bytes: Buffer, at: number, length: number): number | undefined {
  let value = BigInt((bytes[at] ?? 0) & (0xff >> length))
  for (let next = 1; next < length; next += 1) value = value * 256n + BigInt(bytes[at + next] ?? 0)
  return value === (1n << BigInt(7 * length)) - 1n ? undefined : Number(value)
}

function makeVoid(bytes: Buffer, at: number, end: number): void {
  bytes.fill(0, at, end)
  bytes[at] = 0xec
  const rest = end - at - 2
  if (rest < 127) {
    bytes[at + 1] = 0x80 | rest
  } else {
    bytes.writeUIntBE(end - at - 9, at + 3, 6)
    bytes[at + 1] = 0x01
  }
}

function known(end: number | undefined): number {
  if (end === undefined) throw new RefusedFile('file-is-broken')
  return end
}
