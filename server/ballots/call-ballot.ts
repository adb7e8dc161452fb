import { command } from '../command.ts'
import { powersAt } from '../consultations/index.ts'
import { holdProposal, mayBeVoted } from '../proposals/index.ts'
import { insist, Refusal, refuseField } from '../refusal.ts'
import { CallBallot } from './contract.ts'
import { definitionOf, hashOf } from './definition.ts'
import { findCalled, findQuestion, keepBallot } from './records.ts'
import { isToBeCorrected } from './records-correcting.ts'
import { mayBeDated, mayPreside } from './rules.ts'

/** The chair puts a proposal to the vote: the question, its rules and its dates stand from now on. */
export const callBallot = command(
  CallBallot,
  async ({ trx, actor, now, announce, inChain }, { proposalId, clientId, correctsId, ...rules }) => {
    const proposal = await holdProposal(trx, actor, proposalId, now)
    insist(mayPreside(await powersAt(trx, actor, { consultationId: proposal.consultationId }, now)))
    const called = await findCalled(trx, actor.id, clientId)
    if (called) return { ballotId: called.id, definitionHash: called.definitionHash }
    insist(mayBeVoted(proposal, correctsId !== undefined))
    if (correctsId && !(await isToBeCorrected(trx, { ballotId: correctsId, proposalId })))
      throw refuseField('correctsId', 'not-to-be-corrected')
    insist(mayBeDated(rules, now))
    const question = await findQuestion(trx, proposalId, proposal.version)
    if (!question) throw new Refusal('unseen', 'proposal')

    const definitionHash = hashOf(definitionOf(question, rules))
    const ballotId = await keepBallot(trx, {
      ...rules,
      proposalId,
      proposalVersion: proposal.version,
      consultationId: proposal.consultationId,
      definitionHash,
      correctsId: correctsId ?? null,
      createdBy: actor.id,
      clientId,
    })
    await announce({
      streamId: proposal.consultationId,
      name: 'ballot-called',
      about: ballotId,
      body: { proposalId },
    })
    inChain({
      act: 'ballot-called',
      about: ballotId,
      consultationId: proposal.consultationId,
      content: { definitionHash },
    })
    return { ballotId, definitionHash }
  },
)
