import { command } from '../command.ts'
import { SetRhythm } from './contract.ts'
import { keepRhythm } from './records.ts'

export const setRhythm = command(SetRhythm, async ({ trx, actor, now }, { rhythm }) => {
  await keepRhythm(trx, actor.id, rhythm, now)
  return { rhythm }
})
