import { command } from '../command.ts'
import { holdConsultation } from '../consultations/index.ts'
import type { RichDocument, WrittenDocument } from '../documents/contract.ts'
import { acceptDocument } from '../documents/index.ts'
import { isRefusal, Refusal } from '../refusal.ts'
import { SaveNeedDraft } from './contract.ts'
import { countOtherDrafts, keepDraft } from './records-drafts.ts'
import { needLimits } from './words.ts'

/** Keeps an unfinished need for its author alone, until it is sent or dropped. */
export const saveNeedDraft = command(SaveNeedDraft, async ({ trx, actor, now }, asked) => {
  const { consultationId, clientId, text, document, ...fields } = asked
  const { id } = await holdConsultation(trx, actor, consultationId, now)
  const key = { authorId: actor.id, clientId }
  if ((await countOtherDrafts(trx, key)) >= needLimits.drafts)
    throw new Refusal('conflict', 'too-many-drafts')
  const written = writtenSoFar({ text, document })
  const typed = { ...fields, ...(written ? { document: written } : {}) }
  await keepDraft(trx, { ...key, consultationId: id, typed, keptAt: now })
  return { clientId }
})

/** An empty text is no reason to refuse a draft. */
function writtenSoFar(asked: WrittenDocument): RichDocument | undefined {
  try {
    return acceptDocument(asked)
  } catch (thrown) {
    if (isRefusal(thrown) && thrown.reason === 'document-empty') return undefined
    throw thrown
  }
}
