import { Refusal } from '../refusal.ts'
import { definitionOf, hashOf } from './definition.ts'
import { findQuestion, keepBallot } from './records.ts'
import { turnOpen, type Turning } from './turn-ballot.ts'
import type { Majority } from './words.ts'

/**
 * In a meeting the chair states the rules and the vote opens in the same moment. Whether it may be put at all is for the
 * caller to judge, who holds the proposal.
 */
export async function openAtOnce(
  turning: Turning,
  put: {
    proposal: { id: string; version: number; consultationId: string }
    meeting: { id: string; tableId: string; roomId: string }
    rules: { quorum: number; majority: Majority; closesAt: Date }
    personId: string
    now: Date
  },
): Promise<string> {
  const { proposal, meeting, personId, now } = put
  const question = await findQuestion(turning.trx, proposal.id, proposal.version)
  if (!question) throw new Refusal('unseen', 'proposal')
  const rules = { ...put.rules, opensAt: now }
  const kept = { ...rules, proposalId: proposal.id, consultationId: proposal.consultationId }
  const id = await keepBallot(turning.trx, {
    ...kept,
    proposalVersion: proposal.version,
    definitionHash: hashOf(definitionOf(question, rules)),
    createdBy: personId,
    clientId: undefined,
    meetingId: meeting.id,
  })
  const { tableId, roomId } = meeting
  await turnOpen(turning, { ...kept, id, state: 'planned', tableId, roomId }, now)
  return id
}
