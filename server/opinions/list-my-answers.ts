import { powersAt } from '../consultations/index.ts'
import { query } from '../query.ts'
import { ListMyAnswers } from './contract.ts'
import { seeCollection } from './hold-collection.ts'
import { findAnswerer, listAnswers } from './records-answering.ts'
import { mayAnswer } from './rules.ts'

/** What this person, or this device, has answered; each can be changed while statements are open. */
export const listMyAnswers = query(ListMyAnswers, async ({ db, actor, now }, { consultationId, token }) => {
  const collection = await seeCollection(db, actor, consultationId, now)
  const answererId = await findAnswerer(db, { actor, token }, consultationId)
  const powers = await powersAt(db, actor, { tableId: collection.tableId }, now)
  return {
    consultation: { id: consultationId, title: collection.title },
    answers: answererId === null ? [] : await listAnswers(db, answererId),
    mayChange: mayAnswer(collection, powers, actor) === true,
  }
})
