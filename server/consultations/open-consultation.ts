import { byLanguage } from '../by-language.ts'
import { command } from '../command.ts'
import { openStream } from '../events.ts'
import { insist, Refusal, refuseField } from '../refusal.ts'
import { OpenConsultation } from './contract.ts'
import { powersAt } from './powers.ts'
import {
  findOpened,
  holdTable,
  isVerifiedPublicBody,
  keepConsultation,
  keepPhases,
  keepRoom,
} from './records-kept.ts'
import { arePhasesInOrder, mayLead, phasesFrom } from './rules.ts'

/** The chair or the secretary opens a consultation of their table, with its dates, its room and who will answer. */
export const openConsultation = command(OpenConsultation, async ({ trx, actor, now, announce }, asked) => {
  if (!(await holdTable(trx, asked.tableId))) throw new Refusal('unseen', 'table')
  const before = asked.clientId && (await findOpened(trx, actor.id, asked.clientId))
  if (before) return before
  insist(mayLead(await powersAt(trx, actor, { tableId: asked.tableId }, now)))
  insist(arePhasesInOrder(asked))
  if (!(await isVerifiedPublicBody(trx, asked.answeringOrganisationId)))
    throw refuseField('answeringOrganisationId', 'not-a-verified-public-body')
  const consultationId = await openStream(trx)
  await keepConsultation(trx, {
    id: consultationId,
    tableId: asked.tableId,
    title: byLanguage({ it: asked.titleIt, en: asked.titleEn, fr: asked.titleFr, ar: asked.titleAr }),
    summary: byLanguage({
      it: asked.summaryIt,
      en: asked.summaryEn,
      fr: asked.summaryFr,
      ar: asked.summaryAr,
    }),
    goal: byLanguage({ it: asked.goalIt, en: asked.goalEn, fr: asked.goalFr, ar: asked.goalAr }),
    visibility: asked.visibility,
    participation: asked.participation,
    answeringOrganisationId: asked.answeringOrganisationId,
    answerDueOn: asked.answerDueOn,
    openedBy: actor.id,
    openedAt: now,
    clientId: asked.clientId ?? null,
  })
  await keepPhases(trx, consultationId, phasesFrom(asked))
  const roomId = await openStream(trx)
  await keepRoom(trx, consultationId, roomId, now)
  await announce({ streamId: consultationId, name: 'consultation-opened', about: consultationId })
  return { consultationId, roomId }
})
