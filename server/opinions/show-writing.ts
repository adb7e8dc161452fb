import { powersAt } from '../consultations/index.ts'
import { query } from '../query.ts'
import { insist, Refusal } from '../refusal.ts'
import { ShowWriting } from './contract.ts'
import { seeCollection } from './hold-collection.ts'
import { findSource } from './records-sources.ts'
import { mayModerate, mayWrite } from './rules.ts'

/** The form for a statement, with the words of the need or the message that it is taken up from. */
export const showWriting = query(
  ShowWriting,
  async ({ db, actor, now }, { consultationId, needId, messageId }) => {
    const collection = await seeCollection(db, actor, consultationId, now)
    const powers = await powersAt(db, actor, { tableId: collection.tableId }, now)
    insist(mayWrite(collection, powers, actor))
    const source = await findSource(db, consultationId, { needId, messageId })
    if ((needId || messageId) && !source) throw new Refusal('unseen', needId ? 'need' : 'message')
    return {
      consultation: { id: consultationId, title: collection.title },
      source: source ?? null,
      isHeld: collection.holdsStatements && mayModerate(powers) !== true,
    }
  },
)
