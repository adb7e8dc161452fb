import { agrees, isForQuestion, saysItIsTaken, type FormatName } from './formats.ts'
import { harmlessTable, plainText } from './plain-text.ts'
import { isoMediaWithoutTags } from './iso-media.ts'
import { mp3WithoutTags } from './mp3.ts'
import { oggWithoutTags } from './ogg.ts'
import { pictureAnew } from './picture.ts'
import { recognise } from './recognise.ts'
import { RefusedFile } from './refused-file.ts'
import { wavWithoutTags } from './wav.ts'
import { webmWithoutTags } from './webm.ts'
import { fileLimits, type FileQuestion } from './words.ts'

export type FileGiven = { name: string; type: string; bytes: Uint8Array; question: FileQuestion }
export type FileWritten = { mediaType: string; bytes: Buffer }

/** A picture whose content packs badly may grow a little when it is written anew. */
const mostWritten = 2 * fileLimits.bytes

/**
 * A file as it is kept: recognised by its content, held against its name and its type, and written anew without what it says of
 * its maker. Throws RefusedFile with why, where it cannot be.
 */
export async function writeAnew(given: FileGiven): Promise<FileWritten> {
  if (given.bytes.length === 0) throw new RefusedFile('file-empty')
  if (given.bytes.length > fileLimits.bytes) throw new RefusedFile('file-too-large')
  const format = await recognise(given.bytes, given)
  if (!format || !agrees(format, given))
    throw new RefusedFile(saysItIsTaken(given) ? 'file-is-not-what-it-says' : 'file-not-allowed')
  if (!isForQuestion(format, given.question)) throw new RefusedFile('file-not-for-question')
  const written = await writtenAs(format, given.bytes)
  if (written.bytes.length > mostWritten) throw new RefusedFile('file-too-large')
  return written
}

async function writtenAs(format: FormatName, given: Uint8Array): Promise<FileWritten> {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  switch (format) {
    case 'jpeg':
    case 'png':
    case 'webp':
    case 'gif':
    case 'avif':
      return pictureAnew(bytes, format)
    case 'mp3':
      return { mediaType: 'audio/mpeg', bytes: mp3WithoutTags(bytes) }
    case 'wav':
      return { mediaType: 'audio/wav', bytes: wavWithoutTags(bytes) }
    case 'ogg':
      return { mediaType: 'audio/ogg', bytes: oggWithoutTags(bytes) }
    case 'webm':
      return { mediaType: 'audio/webm', bytes: webmWithoutTags(bytes) }
    case 'm4a':
      return { mediaType: 'audio/mp4', bytes: isoMediaWithoutTags(bytes) }
    case '3gp':
      return { mediaType: 'audio/3gpp', bytes: isoMediaWithoutTags(bytes) }
    case 'pdf':
      // Half a second of reading code, that only a paper needs.
      return { mediaType: 'application/pdf', bytes: await (await import('./paper.ts')).paperAnew(bytes) }
    case 'csv':
      return { mediaType: 'text/csv', bytes: Buffer.from(harmlessTable(plainText(bytes))) }
    case 'text':
      return { mediaType: 'text/plain', bytes: Buffer.from(plainText(bytes)) }
  }
}
