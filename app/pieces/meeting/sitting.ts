import type { SheetCopy } from '#app/live/sheet.ts'
import type { MyAnswers } from '#server/checks/contract.ts'
import type { MyVotes } from '#server/decisions/contract.ts'
import type { MyPlaces } from '#server/floor/contract.ts'

/** The meeting as this reader's screen shows it: the sheet that all share, and what is the reader's own. */
export type Sitting = {
  meeting: NonNullable<SheetCopy['meeting']>
  parts: SheetCopy['parts']
  my: MyPlaces
  answers: MyAnswers
  votes: MyVotes
  isSignedIn: boolean
}

/** Whose seat it is; a seat that came to the table after the page was opened is named when its name has come. */
export function organisationOf({ parts, my }: Sitting, seatId: string): string {
  const seat = parts.seats?.find(({ id }) => id === seatId)
  return seat?.organisation ?? my.seats.find((each) => each.seatId === seatId)?.organisation ?? '…'
}

/** The seats for which the reader is there now. */
export function seatsTaken({ parts, my }: Sitting): MyPlaces['seats'] {
  const { holders = [], alternates = [] } = parts.presence ?? {}
  return my.seats.filter(({ seatId, part }) => (part === 'holder' ? holders : alternates).includes(seatId))
}
