import { preparedGuestCommand } from '../../command.ts'
import { Refusal, refuseField } from '../../refusal.ts'
import type { Item, Question } from '../../surveys/contract.ts'
import { hashOf } from '../secrets.ts'
import { KeepFile } from './contract.ts'
import { countOtherFiles, findBegun, replaceFile } from './records-files.ts'
import { RefusedFile } from './refused-file.ts'
import { fileLimits, type FileQuestion, type FileReason } from './words.ts'
import { writtenInWorkshop } from './workshop.ts'

/**
 * Keeps a file of a response that is being filled in, written anew, in the place of the one that its question had. Of a file that
 * cannot be taken nothing is kept, and the earlier one stays.
 */
export const keepFile = preparedGuestCommand(
  KeepFile,
  async ({ db, actor, ground }, { surveyId, key, path, file }) => {
    const begun = await findBegun(db, { surveyId, keyHash: hashOf(key) })
    if (!begun) throw new Refusal('unseen', 'response')
    const question = questionAt(begun.definition.items, path)
    if (!question) throw new Refusal('unseen', 'question')
    await ground.limits.take('file-by-network', actor.network)
    if (file.size > fileLimits.bytes) throw refusedAt(path, 'file-too-large')
    const bytes = new Uint8Array(await file.arrayBuffer())
    return writtenInWorkshop({ name: file.name, type: file.type, bytes, question }).catch(
      (thrown: unknown) => {
        throw thrown instanceof RefusedFile ? refusedAt(path, thrown.reason) : thrown
      },
    )
  },
  async ({ trx }, { surveyId, key, path }, written) => {
    const begun = await findBegun(trx, { surveyId, keyHash: hashOf(key) }, 'lock')
    if (!begun) throw new Refusal('unseen', 'response')
    if ((await countOtherFiles(trx, begun.id, path)) >= fileLimits.files)
      throw refusedAt(path, 'file-too-many')
    return { fileId: await replaceFile(trx, { responseId: begun.id, path, ...written }) }
  },
)

function refusedAt(path: string, reason: FileReason): Refusal {
  const most = reason === 'file-too-many' ? fileLimits.files : fileLimits.bytes / 1_000_000
  return refuseField(path, reason, { most })
}

/** What kind of file a path asks for, turns of repeats left aside; undefined where it asks for none. */
function questionAt(items: Item[], path: string): FileQuestion | undefined {
  const [name, ...rest] = path.replaceAll(/\[\d{1,4}\]/g, '').split('/')
  const found = items.find((item) => item.name === name)
  if (!found) return undefined
  if (found.is === 'group' || found.is === 'repeat') return questionAt(found.items, rest.join('/'))
  return found.is === 'question' && rest.length === 0 && asksForFile(found) ? found.type : undefined
}

function asksForFile(question: Question): question is Question & { type: FileQuestion } {
  return question.type === 'image' || question.type === 'audio' || question.type === 'file'
}
