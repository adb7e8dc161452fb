import type { TallyShown } from '#server/ballots/contract.ts'

type Translate = (id: string, values: Record<string, number>) => string

/** How many have voted, of how many, in the two sentences that the page shows and asks for again. */
export function turnoutWords(
  translate: Translate,
  { state, turnout, seatsOnRoll, seatsNeeded, peopleOnRoll }: Omit<TallyShown, 'result'>,
): string {
  const seats = { n: turnout.seat, roll: seatsOnRoll, needed: seatsNeeded }
  const persons = { n: turnout.person, roll: peopleOnRoll ?? 0 }
  return state === 'closed'
    ? `${translate('ballots.turnout.seats', seats)} ${translate('ballots.turnout.persons', persons)}`
    : `${translate('ballots.turnout.open.seats', seats)} ${translate('ballots.turnout.open.persons', persons)}`
}
