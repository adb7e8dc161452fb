import { query } from '../query.ts'
import { NeedStory } from './contract.ts'
import { listHappenings } from './records-show.ts'

/** What became of a need: received, read, grouped, in a proposal, voted, answered, each with its day. */
export const needStory = query(NeedStory, async ({ db, actor }, { needId }) =>
  listHappenings(db, actor, needId),
)
