import { RefusedFile } from './refused-file.ts'

/** The sound and how to read it (`fmt `, `data`): every other chunk, where recorders write names and hours, is left out. */
export function wavWithoutTags(bytes: Buffer): Buffer {
  let format: Buffer | undefined
  let sound: Buffer | undefined
  for (let at = 12; at + 8 <= bytes.length;) {
    const name = bytes.toString('latin1', at, at + 4)
    const end = Math.min(at + 8 + bytes.readUInt32LE(at + 4), bytes.length)
    if (name === 'fmt ') format ??= bytes.subarray(at + 8, end)
    if (name === 'data') sound ??= bytes.subarray(at + 8, end)
    at = end + (end % 2)
  }
  if (!format || !sound || format.length < 16 || format.length > 40 || sound.length === 0)
    throw new RefusedFile('file-is-broken')
  const chunks = Buffer.concat([Buffer.from('WAVE'), chunk('fmt ', format), chunk('data', sound)])
  return chunk('RIFF', chunks)
}

function chunk(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, 'latin1')
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
}
