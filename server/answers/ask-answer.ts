import { command } from '../command.ts'
import { holdConsultation, powersAt } from '../consultations/index.ts'
import { insist } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import { AskAnswer } from './contract.ts'
import { consultationOf, holdProposal, keepRequest } from './records.ts'
import { mayAsk } from './rules.ts'

/** The chair asks the body of the consultation to answer a proposal by a day. Asking the same again changes nothing. */
export const askAnswer = command(AskAnswer, async ({ trx, actor, now, announce }, { proposalId, dueOn }) => {
  const consultation = await holdConsultation(trx, actor, await consultationOf(trx, actor, proposalId), now)
  const powers = await powersAt(trx, actor, { tableId: consultation.tableId }, now)
  const proposal = await holdProposal(trx, proposalId)
  if (proposal.request?.askedBy === actor.id && proposal.request.dueOn === dueOn) return { proposalId, dueOn }
  insist(
    mayAsk(
      { ...proposal, isAsked: proposal.request !== undefined },
      powers.offices.includes('chair'),
      dueOn,
      romeDay(now),
    ),
  )
  const organisationId = consultation.answeringOrganisationId
  await keepRequest(trx, { proposalId, organisationId, askedBy: actor.id, askedAt: now, dueOn })
  await announce({
    streamId: consultation.id,
    name: 'answer-asked',
    about: proposalId,
    body: { organisationId, dueOn },
  })
  return { proposalId, dueOn }
})
