import { command } from '../command.ts'
import { Unfollow } from './contract.ts'
import { dropFollow } from './records.ts'

export const unfollow = command(Unfollow, async ({ trx, actor }, { kind, id }) => {
  await dropFollow(trx, { personId: actor.id, kind, id })
  return { kind, id, isFollowing: false }
})
