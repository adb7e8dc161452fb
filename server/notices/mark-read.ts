import { command } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { MarkRead } from './contract.ts'
import { keepRead } from './records.ts'

export const markRead = command(MarkRead, async ({ trx, actor, now }, { noticeId }) => {
  if (!(await keepRead(trx, actor.id, noticeId, now))) throw new Refusal('unseen', 'notice')
  return { noticeId }
})
