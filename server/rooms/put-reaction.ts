import { singleStatement } from '../command.ts'
import { PutReaction } from './contract.ts'
import { react } from './react.ts'

/** Says what one thinks of a message with a touch; twice is once. */
export const putReaction = singleStatement(PutReaction, (act, asked) => react(act, { ...asked, isPut: true }))
