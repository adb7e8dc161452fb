import type { DemoContent } from '#db/seed/content/demo-content.ts'
import type { PollContent } from '#db/seed/content/polls.ts'
import { castPaper, closePoll, composePoll, confirmTier, openPoll, showPoll } from '../polls/index.ts'
import type { Cast } from './cast.ts'
import type { Timeline } from './timeline.ts'

/** Questions with options of their own: two that were decided, one that is open, one that waits for its second signature. */
export function pollsIn(story: Timeline, cast: Cast, { polls }: DemoContent): void {
  for (const poll of polls) polled(story, cast, poll)
}

function polled(story: Timeline, cast: Cast, poll: PollContent): void {
  const { ground } = cast
  const { key, by, confirmedBy } = poll
  const opens = story.moment(poll.opensDay, 60)
  const closes = story.moment(poll.closesDay, 540)
  // What opens only in days to come was written yesterday.
  const written = story.moment(Math.min(poll.opensDay - 2, -1), 100)
  const pollId = () => cast.id(key)
  story.add(written, `${key} is composed`, async () => {
    const { options, kind, tier, title, text, budget, personVotes } = poll
    const composed = await composePoll(ground, cast.as(by), {
      consultationId: cast.id(poll.consultation),
      kind,
      tier,
      title,
      text,
      electors: personVotes.length > 0 ? 'persons' : 'seats',
      option: options.map((option) => option.title),
      cost: options.flatMap(({ cost }) => (cost === undefined ? [] : [cost])),
      proposal: (poll.proposals ?? []).map((proposal) => cast.id(proposal)),
      proposalCost: [],
      ...(budget === undefined ? {} : { budget }),
      quorum: personVotes.length > 0 ? 0 : 50,
      opensAt: opens.toISOString(),
      closesAt: closes.toISOString(),
      clientId: cast.clientId(key),
    })
    cast.keep(key, composed.pollId)
  })
  if (!confirmedBy) return
  story.add(new Date(written.getTime() + 3_600_000), `${key} has its tier confirmed`, async () =>
    confirmTier(ground, cast.as(confirmedBy), { pollId: pollId() }),
  )
  story.add(opens, `${key} opens`, async () => openPoll(ground, cast.as(by), { pollId: pollId() }))
  papersOf(story, cast, poll, opens)
  if (closes.getTime() < story.moment(0).getTime())
    story.add(closes, `${key} closes`, async () => closePoll(ground, cast.as(by), { pollId: pollId() }))
}

function papersOf(story: Timeline, cast: Cast, poll: PollContent, opens: Date): void {
  const papers = [
    ...poll.seatVotes.map(({ seat, ...vote }) => ({ ...vote, seat })),
    ...poll.personVotes.map(({ person, ...vote }) => ({
      ...vote,
      by: person,
      seat: undefined,
      ranks: undefined,
    })),
  ]
  papers.forEach(({ by, seat, ranks, chosen, reason }, index) => {
    story.add(new Date(opens.getTime() + (index + 1) * 600_000), `a paper of ${poll.key}`, async () => {
      const pollId = cast.id(poll.key)
      const { definitionHash } = await showPoll(cast.ground, cast.as(by), { pollId })
      return castPaper(cast.ground, cast.as(by), {
        pollId,
        definitionHash,
        ...(seat ? { unit: 'seat' as const, electorId: cast.id(seat) } : { unit: 'person' as const }),
        ranks: ranks ?? [],
        chosen: chosen ?? [],
        points: [],
        reason,
        clientId: cast.clientId(`${poll.key} ${index}`),
      })
    })
  })
}
