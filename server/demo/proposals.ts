import type { DemoContent } from '#db/seed/content/demo-content.ts'
import type { BallotContent, ProposalContent } from '#db/seed/content/shape.ts'
import { askAnswer, giveAnswer } from '../answers/index.ts'
import { callBallot, castVote, closeBallot, openBallot } from '../ballots/index.ts'
import { draftProposal, publishProposal, reviseProposal, withdrawProposal } from '../proposals/index.ts'
import type { Cast } from './cast.ts'
import type { Timeline } from './timeline.ts'

/** Needs become proposals, proposals are voted, bodies are asked and answer. */
export function proposalsIn(story: Timeline, cast: Cast, content: DemoContent): void {
  for (const proposal of content.proposals) {
    written(story, cast, proposal)
    if (proposal.ballot) voted(story, cast, content, proposal, proposal.ballot)
  }
  answersIn(story, cast, content)
}

function written(story: Timeline, cast: Cast, proposal: ProposalContent): void {
  const { key, title, ask, addressee } = proposal
  proposal.versions.forEach((version, index) => {
    story.add(story.moment(version.day, 120), `${key} is written, version ${index + 1}`, async () => {
      const words = {
        title,
        ask,
        addressee,
        text: version.text,
        language: 'it' as const,
        clientId: cast.clientId(`${key} ${index}`),
      }
      if (index > 0) {
        return reviseProposal(cast.ground, cast.as(version.by), {
          ...words,
          proposalId: cast.id(key),
          expectedVersion: index,
          note: version.note,
        })
      }
      const { proposalId } = await draftProposal(cast.ground, cast.as(version.by), {
        ...words,
        consultationId: cast.id(proposal.consultation),
        needIds: proposal.sources.map((need) => cast.id(need)),
      })
      return cast.keep(key, proposalId)
    })
  })
  if (proposal.publishedDay !== undefined) {
    story.add(story.moment(proposal.publishedDay, 180), `${key} is published`, async () =>
      publishProposal(cast.ground, cast.as(proposal.author), { proposalId: cast.id(key) }),
    )
  }
  const { withdrawn } = proposal
  if (withdrawn) {
    story.add(story.moment(withdrawn.day, 200), `${key} is withdrawn`, async () =>
      withdrawProposal(cast.ground, cast.as(proposal.author), {
        proposalId: cast.id(key),
        reason: withdrawn.reason,
      }),
    )
  }
}

function voted(
  story: Timeline,
  cast: Cast,
  content: DemoContent,
  { key, consultation }: ProposalContent,
  ballot: BallotContent,
): void {
  const { ground } = cast
  const table = content.tables.find(
    (each) => each.key === content.consultations.find((it) => it.key === consultation)?.table,
  )
  if (!table) throw new Error(`${key} has no table to vote it`)
  const opens = story.moment(ballot.opensDay, 30)
  const closes = story.moment(ballot.closesDay, 540)
  const ballotKey = `ballot of ${key}`
  story.add(story.moment(ballot.opensDay - 1, 200), `${ballotKey} is called`, async () => {
    const { ballotId } = await callBallot(ground, cast.as(table.chair), {
      proposalId: cast.id(key),
      quorum: ballot.quorumPercent,
      majority: ballot.majority,
      opensAt: opens.toISOString(),
      closesAt: closes.toISOString(),
      clientId: cast.clientId(ballotKey),
    })
    cast.keep(ballotKey, ballotId)
  })
  story.add(opens, `${ballotKey} opens`, async () =>
    openBallot(ground, cast.as(table.chair), { ballotId: cast.id(ballotKey) }),
  )
  const ballots = [
    ...ballot.seatVotes.map((vote) => ({ ...vote, unit: 'seat' as const })),
    ...ballot.personVotes.map((vote) => ({ ...vote, unit: 'person' as const, by: vote.person })),
  ]
  ballots.forEach((vote, index) => {
    story.add(new Date(opens.getTime() + (index + 1) * 300_000), `a vote on ${key}`, async () => {
      const words = { ballotId: cast.id(ballotKey), choice: vote.choice, reason: vote.reason }
      return vote.unit === 'seat'
        ? castVote(ground, cast.as(vote.by), { ...words, unit: 'seat', seatId: cast.id(vote.seat) })
        : castVote(ground, cast.as(vote.by), { ...words, unit: 'person' })
    })
  })
  if (closes.getTime() < story.moment(0).getTime()) {
    story.add(closes, `${ballotKey} closes`, async () =>
      closeBallot(ground, cast.as(table.chair), { ballotId: cast.id(ballotKey) }),
    )
  }
}

function answersIn(story: Timeline, cast: Cast, content: DemoContent): void {
  for (const answer of content.answers) {
    const proposal = content.proposals.find((each) => each.key === answer.proposal)
    const consultation = content.consultations.find((each) => each.key === proposal?.consultation)
    const table = content.tables.find((each) => each.key === consultation?.table)
    if (!table) throw new Error(`${answer.key} has no table that asks`)
    story.add(story.moment(answer.askedDay, 600), `${answer.key} is asked`, async () =>
      askAnswer(cast.ground, cast.as(table.chair), {
        proposalId: cast.id(answer.proposal),
        dueOn: story.day(answer.dueDay),
      }),
    )
    const { given } = answer
    if (!given) continue
    const isAccepted = given.kind === 'accepted' || given.kind === 'accepted-in-part'
    story.add(story.moment(given.day, 100), `${answer.key} is given`, async () =>
      giveAnswer(cast.ground, cast.as(given.by), {
        proposalId: cast.id(answer.proposal),
        outcome: given.kind === 'under-study' ? 'studying' : given.kind,
        reason: given.kind === 'declined' ? given.reason : undefined,
        text: given.words,
        measure: given.measures
          .map((measure) => [measure.words, measure.office, measure.funding].filter(Boolean).join(' · '))
          .join('\n'),
        doneBy: isAccepted ? given.measures[0] && story.day(given.measures[0].dueDay) : undefined,
        reviewOn: given.kind === 'under-study' ? story.day(given.decidesByDay) : undefined,
        clientId: cast.clientId(answer.key),
      }),
    )
  }
}
