import { powersAt } from '../consultations/index.ts'
import { query } from '../query.ts'
import { nextOf } from './analysis/index.ts'
import { type NextShown, ShowNext } from './contract.ts'
import { seeCollection } from './hold-collection.ts'
import { countAnswered, findAnswerer, findAsked, listUnanswered } from './records-answering.ts'
import { countStatements } from './records.ts'
import { mayAnswer, mayWrite } from './rules.ts'

/** The statement that this person is asked next, drawn by priority from those they have not answered. */
export const showNext = query(
  ShowNext,
  async ({ db, actor, now }, { consultationId, token }): Promise<NextShown> => {
    const collection = await seeCollection(db, actor, consultationId, now)
    const powers = await powersAt(db, actor, { tableId: collection.tableId }, now)
    const answererId = await findAnswerer(db, { actor, token }, consultationId)
    const may = mayAnswer(collection, powers, actor) === true
    const left = may ? await listUnanswered(db, consultationId, answererId) : []
    const chosen = nextOf(
      left.map(({ priority }) => priority),
      Math.random(),
    )
    const id = chosen === undefined ? undefined : left[chosen]?.id
    return {
      consultation: { id: consultationId, title: collection.title },
      statement: (id && (await findAsked(db, id))) || null,
      asked: (await countStatements(db, consultationId)).asked,
      answered: await countAnswered(db, answererId),
      isOpen: collection.isOpen && collection.closedAt === null,
      may: {
        answer: may,
        write: mayWrite(collection, powers, actor) === true,
        seeResults: collection.showsResults,
      },
    }
  },
)
