import { leadsTable, powersAt } from '../../consultations/index.ts'
import { query } from '../../query.ts'
import { Refusal } from '../../refusal.ts'
import { hashOf } from '../secrets.ts'
import { ShowFile, type FileShown } from './contract.ts'
import { findFile } from './records-files.ts'

const endings: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'audio/ogg': 'ogg',
  'audio/webm': 'webm',
  'audio/mp4': 'm4a',
  'audio/3gpp': '3gp',
  'application/pdf': 'pdf',
  'text/csv': 'csv',
  'text/plain': 'txt',
}

/** A file, for whoever is still filling in its response, and once that was sent for those who lead the table. */
export const showFile = query(
  ShowFile,
  async ({ db, actor, now }, { surveyId, fileId, key }): Promise<FileShown> => {
    const file = await findFile(db, surveyId, fileId)
    if (!file) throw new Refusal('unseen', 'file')
    const may =
      file.state === 'begun'
        ? key !== undefined && file.keyHash.equals(hashOf(key))
        : leadsTable(await powersAt(db, actor, { tableId: file.tableId }, now))
    if (!may) throw new Refusal('unseen', 'file')
    const question = file.path.replaceAll(/[^\w-]+/g, '-').replaceAll(/^-+|-+$/g, '')
    return {
      name: `${question || 'file'}.${endings[file.mediaType] ?? 'bin'}`,
      mediaType: file.mediaType,
      content: file.bytes.toString('base64'),
    }
  },
)
