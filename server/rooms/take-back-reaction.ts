import { singleStatement } from '../command.ts'
import { TakeBackReaction } from './contract.ts'
import { react } from './react.ts'

/** Takes one's reaction back; what is not there is back already. */
export const takeBackReaction = singleStatement(TakeBackReaction, (act, asked) =>
  react(act, { ...asked, isPut: false }),
)
