import { powersAt, seeConsultation } from '../consultations/index.ts'
import { query } from '../query.ts'
import { romeDay } from '../rome-day.ts'
import { ShowAnswer, type AnswerShown } from './contract.ts'
import { daysLate } from './days-late.ts'
import { showProposal } from './records-lists.ts'
import { consultationOf, findAnswerer, listAnswersOf } from './records.ts'
import { mayAsk, mayGive } from './rules.ts'

/** What the body was asked and said about a proposal, and what this person may do about it. */
export const showAnswer = query(
  ShowAnswer,
  async ({ db, actor, now }, { proposalId }): Promise<AnswerShown> => {
    const consultationId = await consultationOf(db, actor, proposalId)
    const consultation = await seeConsultation(db, actor, consultationId, now)
    const [found, answers, powers] = await Promise.all([
      showProposal(db, proposalId),
      listAnswersOf(db, proposalId),
      powersAt(db, actor, { tableId: consultation.tableId }, now),
    ])
    const today = romeDay(now)
    const isAsked = found.askedAt !== null
    const isSettled = found.settledAt !== null
    const gives =
      actor.kind === 'person' &&
      mayGive(
        { isAsked },
        await findAnswerer(db, actor.id, found.organisationId, consultation.territoryCode),
      ) === true
    return {
      proposal: {
        id: found.id,
        number: found.number,
        title: found.title,
        language: found.language,
        state: found.state,
      },
      consultation: {
        id: consultation.id,
        title: consultation.title,
        isPublic: consultation.visibility === 'public',
      },
      body: found.body,
      asked:
        found.askedAt && found.dueOn
          ? {
              at: found.askedAt,
              dueOn: found.dueOn,
              daysLate: isSettled ? 0 : daysLate(found.dueOn, today),
              isSettled,
            }
          : null,
      foreseenDueOn: consultation.answerDueOn,
      answers,
      mayAsk: mayAsk({ ...found, isAsked }, powers.offices.includes('chair'), today, today) === true,
      mayGive: gives,
    }
  },
)
