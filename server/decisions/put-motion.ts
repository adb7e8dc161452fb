import type { Trx } from '#db/database.ts'
import { openAtOnce } from '../ballots/index.ts'
import { command, type Act } from '../command.ts'
import { holdConsultation, powersAt } from '../consultations/index.ts'
import { excerpt } from '../excerpt.ts'
import { quorumOf } from '../floor/index.ts'
import { mustBeOpen } from '../meetings/index.ts'
import { holdProposal, mayBeVoted, publishMoved } from '../proposals/index.ts'
import type { ProposalLanguage } from '../proposals/words.ts'
import { insist, Refusal } from '../refusal.ts'
import { PutMotion } from './contract.ts'
import { holdMotion } from './hold-motion.ts'
import { findAnsweringBody, findOpenVote, findRecorded, keepDecision, type MotionHeld } from './records.ts'
import { keepTurnout } from './records-turnout.ts'
import { isQuorate, mayPreside, mayPut } from './rules.ts'
import { decisionLimits } from './words.ts'

/**
 * The chair puts a motion to the vote: quorum and majority are stated, the roll is frozen and the vote opens at once,
 * for a stated time. From then on it is a ballot like any other.
 */
export const putMotion = command(PutMotion, async (act, asked) => {
  const { trx, actor, now } = act
  const { meeting, motion } = await holdMotion(trx, actor, asked.motionId)
  insist(mayPreside(await powersAt(trx, actor, { tableId: meeting.tableId }, now)))
  const put = await findRecorded(trx, actor.id, asked.clientId)
  if (put?.ballotId) return { ballotId: put.ballotId, decisionId: put.id, roomId: meeting.roomId }
  insist(mustBeOpen(meeting))
  insist(mayPut(motion))
  if (await findOpenVote(trx, meeting.id, now)) throw new Refusal('conflict', 'another-vote-open')
  const quorum = await quorumOf(trx, meeting.id, now)
  insist(isQuorate(quorum))

  const proposal = motion.proposalId
    ? await votable(act, motion.proposalId)
    : await publishedFrom(act, motion, meeting.consultationId, asked)
  const closesAt = new Date(now.getTime() + asked.minutes * 60_000)
  const ballotId = await openAtOnce(act, {
    proposal,
    meeting,
    rules: { quorum: asked.quorum, majority: asked.majority, closesAt },
    personId: actor.id,
    now,
  })
  const decisionId = await keepDecision(trx, {
    meetingId: meeting.id,
    itemId: motion.itemId,
    motionId: motion.id,
    ballotId,
    text: motion.text,
    language: motion.language,
    seatsPresent: quorum.present,
    seatsNeeded: quorum.needed,
    seatsVoting: quorum.voting,
    recordedBy: actor.id,
    recordedAt: now,
    clientId: asked.clientId ?? null,
  })
  await keepTurnout(trx, ballotId)
  return { ballotId, decisionId, roomId: meeting.roomId }
})

async function votable({ trx, actor, now }: Act, proposalId: string) {
  const proposal = await holdProposal(trx, actor, proposalId, now)
  insist(mayBeVoted(proposal))
  return proposal
}

async function publishedFrom(
  { trx, actor, now, announce }: Act,
  motion: MotionHeld,
  consultationId: string,
  asked: PutMotion,
) {
  const consultation = await holdConsultation(trx, actor, consultationId, now)
  if (consultation.closedAt) throw new Refusal('conflict', 'consultation-closed')
  return publishMoved(
    trx,
    {
      consultationId,
      text: motion.text,
      title: asked.title ?? excerpt(motion.text, decisionLimits.title),
      addressee: asked.addressee ?? (await addresseeOf(trx, consultationId)),
      language: motion.language as ProposalLanguage,
      needId: motion.needId,
      personId: actor.id,
      now,
    },
    announce,
  )
}

async function addresseeOf(trx: Trx, consultationId: string): Promise<string> {
  return excerpt(await findAnsweringBody(trx, consultationId), decisionLimits.addressee)
}
