const startOfImage = 0xffd8
const startOfScan = 0xda

/** A JPEG within a paper without what the camera said: segments for programs (but Adobe's note of colours) and comments are cut. */
export function jpegWithoutSegments(bytes: Buffer): Buffer {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== startOfImage) return bytes
  const kept = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === startOfScan) break
    // Padding before a marker is allowed.
    if (marker === 0xff) {
      at += 1
      continue
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    const isForPrograms = (marker >= 0xe0 && marker <= 0xef && marker !== 0xee) || marker === 0xfe
    if (!isForPrograms) kept.push(bytes.subarray(at, end))
    at = end
  }
  const end = bytes.lastIndexOf(Buffer.from([0xff, 0xd9]))
  return Buffer.concat([...kept, bytes.subarray(at, end < at ? bytes.length : end + 2)])
}
