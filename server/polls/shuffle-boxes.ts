import { recordInChain } from '../chain.ts'
import type { Ground, Guest } from '../ground.ts'
import {
  cleanUpShuffled,
  holdToShuffle,
  keepShuffled,
  listToShuffle,
  shuffleBox,
  shuffleRoll,
} from './records-box.ts'

/** Nobody: the clock, or the twentieth paper. */
const theClock: Guest = { kind: 'guest', language: 'it', network: '' }

export async function isAnyToShuffle(ground: Ground): Promise<boolean> {
  return (await listToShuffle(ground.db, ground.now())).length > 0
}

/** Roll and box of each confidential poll are written anew, in orders of chance and in two transactions. */
export async function shuffleBoxes(ground: Ground): Promise<number> {
  const now = ground.now()
  const polls = await listToShuffle(ground.db, now)
  for (const pollId of polls) {
    await ground.db.transaction().execute(async (trx) => {
      if (await holdToShuffle(trx, pollId)) await shuffleBox(trx, pollId)
    })
    await ground.db.transaction().execute(async (trx) => {
      const poll = await holdToShuffle(trx, pollId)
      if (!poll) return
      await shuffleRoll(trx, pollId)
      await keepShuffled(trx, pollId, now)
      const { consultationId } = poll
      await recordInChain(trx, theClock, now, [{ act: 'box-shuffled', about: pollId, consultationId }])
    })
  }
  if (polls.length > 0) await cleanUpShuffled(ground.db)
  return polls.length
}
