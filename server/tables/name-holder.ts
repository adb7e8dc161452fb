import { command } from '../command.ts'
import { NameHolder } from './contract.ts'
import { fillSeat } from './fill-seat.ts'

/** Names who speaks and votes for the seat's organisation; who did until then did so until the day before. */
export const nameHolder = command(NameHolder, (act, asked) => fillSeat(act, { ...asked, part: 'holder' }))
