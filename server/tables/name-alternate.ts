import { command } from '../command.ts'
import { NameAlternate } from './contract.ts'
import { fillSeat } from './fill-seat.ts'

/** Names who stands in for the holder. */
export const nameAlternate = command(NameAlternate, (act, asked) =>
  fillSeat(act, { ...asked, part: 'alternate' }),
)
