import { setupI18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { BallotFiles } from '#app/routes/ballots_.$ballotId/ballot-files.tsx'
import { castVote, closeBallot, showBallot, takePapers } from '#server/ballots/index.ts'
import type { Unit } from '#server/ballots/words.ts'
import { countedAgain, hasPython } from '#tests/support/counted-again.ts'
import { aBallot } from '#tests/support/decisions.ts'
import { aWorld, guest } from '#tests/support/world.ts'

test.skipIf(!hasPython)(
  'the votes of a closed ballot, counted by what its page prints, give what was published',
  async () => {
    const world = await aWorld()
    const { ground } = world
    const crowd = await Promise.all(Array.from({ length: 3 }, () => world.person()))
    const ballot = await aBallot(world, { seats: 6, majority: 'absolute', quorum: 50 })
    const choices = ['for', 'abstain', 'for', 'against', 'for']
    for (const [index, choice] of choices.entries()) {
      const seat = ballot.seats[index]
      if (!seat) throw new Error('no seat')
      await castVote(ground, seat.holder, { ballotId: ballot.id, unit: 'seat', seatId: seat.id, choice })
    }
    for (const who of crowd)
      await castVote(ground, who, { ballotId: ballot.id, unit: 'person', choice: 'for' })
    const taken = (unit: string) => takePapers(ground, guest, { ballotId: ballot.id, unit })
    await expect(taken('seat')).rejects.toMatchObject({ reason: 'ballot-not-counted' })
    await closeBallot(ground, ballot.chair, { ballotId: ballot.id })
    const shown = await showBallot(ground, guest, { ballotId: ballot.id })
    const again = async (unit: Unit) => {
      const page = renderToStaticMarkup(
        <I18nProvider i18n={setupI18n({ locale: 'it', messages: { it: {} } })}>
          <BallotFiles ballot={shown} unit={unit} />
        </I18nProvider>,
      )
      const [ours = '', independent = ''] = [...page.matchAll(/<code>(.*?)<\/code>/g)].map(([, said]) => said)
      return countedAgain(await taken(unit), { ours, independent })
    }
    expect(shown.result).toMatchObject({ outcome: 'not-approved', seats: { for: 3, against: 1, abstain: 1 } })
    const seats = await again('seat')
    expect([seats.ours.outcome, seats.theirs.outcome]).toEqual(['not-adopted', 'not-adopted'])
    expect(seats.theirs.tally).toEqual(shown.result?.seats)
    const persons = await again('person')
    expect(persons.theirs.tally).toEqual(shown.result?.persons)
    expect(persons.ours.rounds).toMatchObject([{ votes: [{ name: 'for', votes: 3 }, {}, {}] }])
  },
)
