import type { Sharp, SharpOptions } from 'sharp'
import type { FormatName } from './formats.ts'
import { RefusedFile } from './refused-file.ts'

const mostPixels = 40_000_000
const mostOnASide = 10_000

/**
 * A picture decoded and written anew: its first frame only, upright, in sRGB, and nothing that the camera said (EXIF with its
 * place and its small picture, XMP, IPTC, the colour profile). What is hidden behind a picture's end does not come through.
 */
export async function pictureAnew(
  bytes: Uint8Array,
  format: FormatName,
): Promise<{ mediaType: string; bytes: Buffer }> {
  // Only who sends a picture waits for the library, and only here is its memory taken.
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  const reading: SharpOptions = {
    limitInputPixels: mostPixels,
    pages: 1,
    failOn: 'error',
    sequentialRead: true,
  }
  const { width, height, hasAlpha, size } = await sharp(bytes, { ...reading, limitInputPixels: false })
    .metadata()
    .catch(broken)
  if (Math.max(width, height) > mostOnASide || width * height > mostPixels)
    throw new RefusedFile('file-too-many-pixels')
  const upright = sharp(bytes, reading).autoOrient().toColourspace('srgb')
  const isDrawn = format === 'png' || format === 'gif' || hasAlpha
  const written = await encoded(upright, isDrawn ? 'png' : 'jpeg').catch(broken)
  // A picture that is small only while packed very well would fill the database as a lossless one.
  const packed = isDrawn && written.length > Math.max(1_000_000, 2 * (size ?? bytes.length))
  return packed && !hasAlpha
    ? { mediaType: 'image/jpeg', bytes: await encoded(sharp(written), 'jpeg') }
    : { mediaType: isDrawn ? 'image/png' : 'image/jpeg', bytes: written }
}

function encoded(picture: Sharp, as: 'png' | 'jpeg'): Promise<Buffer> {
  return as === 'png'
    ? picture.png({ compressionLevel: 8 }).toBuffer()
    : picture.jpeg({ quality: 85 }).toBuffer()
}

function broken(): never {
  throw new RefusedFile('file-is-broken')
}
