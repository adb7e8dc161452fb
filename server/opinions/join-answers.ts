import { command } from '../command.ts'
import { powersAt } from '../consultations/index.ts'
import { insist, Refusal } from '../refusal.ts'
import { changed } from './changed.ts'
import { JoinAnswers } from './contract.ts'
import { holdCollection } from './hold-collection.ts'
import { joinTo } from './records-answering.ts'
import { mayAnswer } from './rules.ts'

/** Adds what was answered on this device without an account to the person's own answers; the device then has none. */
export const joinAnswers = command(
  JoinAnswers,
  async ({ trx, actor, now, afterCommit, ground }, { consultationId, token }) => {
    const collection = await holdCollection(trx, actor, consultationId, now)
    insist(mayAnswer(collection, await powersAt(trx, actor, { tableId: collection.tableId }, now), actor))
    if (token === undefined) throw new Refusal('conflict', 'nothing-to-join')
    const joined = await joinTo(trx, actor.id, token, consultationId)
    afterCommit(() => changed(ground, consultationId))
    return { consultationId, joined }
  },
)
