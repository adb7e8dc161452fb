import { command } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { seeSurveyAsLeader } from '../surveys/index.ts'
import { QuoteText, RemoveQuotation } from './contract.ts'
import { holdText } from './hold-texts.ts'
import { dropQuotation, keepQuotation } from './records-texts.ts'

/** A text whose author lets it be quoted stands in the next release, word for word and without its response. */
export const quoteText = command(QuoteText, async ({ trx, actor, now }, asked) => {
  const { text, language, isQuotable } = await holdText(trx, actor, asked, now)
  if (!isQuotable) throw new Refusal('conflict', 'not-quotable')
  const { surveyId, question } = asked
  await keepQuotation(trx, { surveyId, question, text, language, chosenBy: actor.id, chosenAt: now })
  return { surveyId }
})

export const removeQuotation = command(
  RemoveQuotation,
  async ({ trx, actor, now }, { surveyId, quotationId }) => {
    await seeSurveyAsLeader(trx, actor, surveyId, now)
    if (!(await dropQuotation(trx, surveyId, quotationId))) throw new Refusal('unseen', 'quotation')
    return { surveyId }
  },
)
