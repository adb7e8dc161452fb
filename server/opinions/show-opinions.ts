import { leadsTable, powersAt } from '../consultations/index.ts'
import { query } from '../query.ts'
import { type OpinionsShown, ShowOpinions } from './contract.ts'
import { seeCollection } from './hold-collection.ts'
import { countStatements, listOwn } from './records.ts'
import { countAnswered, findAnswerer } from './records-answering.ts'
import { mayAnswer, mayModerate, mayWrite } from './rules.ts'

/** How statements stand in a consultation, and what this person may do with them. */
export const showOpinions = query(
  ShowOpinions,
  async ({ db, actor, now }, { consultationId, token }): Promise<OpinionsShown> => {
    const {
      title,
      tableId,
      visibility: _,
      ...collection
    } = await seeCollection(db, actor, consultationId, now)
    const powers = await powersAt(db, actor, { tableId }, now)
    const { asked, waiting } = await countStatements(db, consultationId)
    const moderates = mayModerate(powers) === true
    const device =
      actor.kind === 'person' && token
        ? await findAnswerer(db, { actor: { ...actor, kind: 'guest' }, token }, consultationId)
        : null
    return {
      isArranged: collection.isArranged,
      isOpen: collection.isOpen && collection.closedAt === null,
      holdsStatements: collection.holdsStatements,
      letsGuests: collection.letsGuests,
      showsResults: collection.showsResults,
      isSensitive: collection.isSensitive,
      consultation: { id: consultationId, title },
      asked,
      answered: await countAnswered(db, await findAnswerer(db, { actor, token }, consultationId)),
      toJoin: await countAnswered(db, device),
      waiting: moderates ? waiting : 0,
      may: {
        answer: mayAnswer(collection, powers, actor) === true,
        write: mayWrite(collection, powers, actor) === true,
        moderate: moderates,
        lead: leadsTable(powers),
        seeResults: collection.showsResults,
      },
      mine: actor.kind === 'person' ? await listOwn(db, consultationId, actor.id) : [],
    }
  },
)
