import { query } from '../query.ts'
import { ListTakenUp } from './contract.ts'
import { listTakenUpFrom } from './records-sources.ts'

/** The statements that a need has become, for its page. */
export const listTakenUp = query(ListTakenUp, ({ db, actor }, { needId }) =>
  listTakenUpFrom(db, actor, needId),
)
