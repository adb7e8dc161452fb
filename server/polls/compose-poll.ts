import { mayBeDated } from '../ballots/index.ts'
import { sha256 } from '../canonical.ts'
import { command } from '../command.ts'
import { powersAt, holdConsultation } from '../consultations/index.ts'
import { insist, Refusal, refuseField } from '../refusal.ts'
import { ComposePoll } from './contract.ts'
import { pollDefinition } from './definition.ts'
import { drawLots } from './lots.ts'
import { findComposed, isToBeCorrected, keepPoll } from './records.ts'
import { listProposalsToVote } from './records-proposals.ts'
import { composed, mayLeadPoll } from './rules.ts'

/** An officer of the table composes a poll from a template: from now on nothing of it changes. Another must confirm its tier. */
export const composePoll = command(ComposePoll, async ({ trx, actor, now, announce, inChain }, asked) => {
  const { consultationId, kind, title, electors, tier, opensAt, closesAt, clientId, correctsId } = asked
  const { closedAt } = await holdConsultation(trx, actor, consultationId, now)
  insist(mayLeadPoll(await powersAt(trx, actor, { consultationId }, now)))
  if (closedAt !== null) throw new Refusal('conflict', 'consultation-closed')
  const known = await findComposed(trx, actor.id, clientId)
  if (known) return { pollId: known }
  insist(mayBeDated({ opensAt, closesAt }, now))
  const { options, rules } = composed(asked, await listProposalsToVote(trx, consultationId))
  if (correctsId && !(await isToBeCorrected(trx, correctsId, consultationId)))
    throw refuseField('correctsId', 'not-to-be-corrected')
  const lots = drawLots({ electors, tier, tie: rules.tie })
  const poll = {
    consultationId,
    kind,
    title,
    text: asked.text ?? '',
    options,
    rules: lots ? { ...rules, lot: lots.commitments } : rules,
    electors,
    tier,
    externalAddress: tier === 'external' ? (asked.externalAddress ?? null) : null,
    opensAt,
    closesAt,
  }
  const definitionHash = sha256(pollDefinition(poll))
  const pollId = await keepPoll(trx, {
    ...poll,
    lots: lots?.values ?? null,
    definitionHash,
    language: actor.language,
    createdBy: actor.id,
    clientId,
    correctsId,
  })
  if (!pollId) return { pollId: (await findComposed(trx, actor.id, clientId)) ?? '' }
  await announce({ streamId: consultationId, name: 'poll-composed', about: pollId, body: { kind, tier } })
  inChain({ act: 'poll-composed', about: pollId, consultationId, content: { tier, definitionHash } })
  return { pollId }
})
