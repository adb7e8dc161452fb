import { fileTypeFromBuffer } from 'file-type'
import type { FormatName } from './formats.ts'

const byMediaType: Record<string, FormatName | undefined> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  // An animated PNG is one too; only its first picture is kept.
  'image/apng': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'audio/ogg': 'ogg',
  'audio/ogg; codecs=opus': 'ogg',
  'video/webm': 'webm',
  'audio/webm': 'webm',
  'audio/x-m4a': 'm4a',
  'audio/mp4': 'm4a',
  'video/mp4': 'm4a',
  'video/3gpp': '3gp',
  'application/pdf': 'pdf',
}

/** What a file is by its content alone; undefined where it is nothing that is taken. */
export async function recognise(
  bytes: Uint8Array,
  { name }: { name: string },
): Promise<FormatName | undefined> {
  const found = await fileTypeFromBuffer(bytes)
  if (found) return byMediaType[found.mime]
  return /\.csv$/i.test(name) ? 'csv' : 'text'
}
