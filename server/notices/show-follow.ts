import { query } from '../query.ts'
import { ShowFollow } from './contract.ts'
import { isFollowing } from './records.ts'

/** Whether this person follows it; a guest follows nothing. */
export const showFollow = query(ShowFollow, async ({ db, actor }, { kind, id }) => ({
  isFollowing: actor.kind === 'person' && (await isFollowing(db, actor.id, kind, id)),
}))
