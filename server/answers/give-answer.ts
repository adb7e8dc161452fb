import { command } from '../command.ts'
import { holdConsultation } from '../consultations/index.ts'
import { insist } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import { GiveAnswer } from './contract.ts'
import * as records from './records.ts'
import { isWhole, mayGive } from './rules.ts'

/** The body that was asked answers. What it said before remains; a further answer gets the next number. */
export const giveAnswer = command(
  GiveAnswer,
  async ({ trx, actor, now, announce }, { proposalId, clientId, ...answer }) => {
    const consultationId = await records.consultationOf(trx, actor, proposalId)
    const consultation = await holdConsultation(trx, actor, consultationId, now)
    const { request, state } = await records.holdProposal(trx, proposalId)
    const again = clientId && (await records.findAnswerOfClient(trx, actor.id, clientId))
    if (again) return { proposalId: again.proposalId, number: again.number }

    const bodyId = request?.organisationId ?? consultation.answeringOrganisationId
    const who = await records.findAnswerer(trx, actor.id, bodyId, consultation.territoryCode)
    const today = romeDay(now)
    insist(mayGive({ isAsked: request !== undefined }, who))
    insist(isWhole(answer, today))

    const kept = await records.keepAnswer(trx, {
      proposalId,
      outcome: answer.outcome,
      reason: answer.reason ?? null,
      text: answer.text,
      language: answer.language ?? actor.language,
      measure: answer.measure ?? '',
      doneBy: answer.doneBy ?? null,
      reviewOn: answer.reviewOn ?? null,
      givenBy: actor.id,
      givenAt: now,
      clientId: clientId ?? null,
    })
    await records.keepRequestAnswered(trx, { proposalId, now, reviewOn: answer.reviewOn ?? null })
    if (state !== 'answered') await records.keepProposalAnswered(trx, proposalId)
    await announce({
      streamId: consultation.id,
      name: 'answer-given',
      about: proposalId,
      body: { answerId: kept.id, number: kept.number, outcome: answer.outcome },
    })
    return { proposalId, number: kept.number }
  },
)
