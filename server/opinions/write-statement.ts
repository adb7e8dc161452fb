import { command } from '../command.ts'
import { powersAt } from '../consultations/index.ts'
import { insist, refuseField } from '../refusal.ts'
import { WriteStatement } from './contract.ts'
import { holdCollection } from './hold-collection.ts'
import { findWritten, keepStatements, listSimilar, takeNumbers } from './records.ts'
import { isSourceHere } from './records-sources.ts'
import { mayModerate, mayTakeFromAnswers, mayWrite } from './rules.ts'
import { tellSource } from './tell-source.ts'
import { alikeFrom, sameFrom } from './words.ts'

/**
 * Writes a statement, or takes up a need or a message as one. Where another says the same it is refused; where another
 * says much the same, unless it is sent anyway. What a moderator writes is asked at once, and begins the collection
 * when it is not open yet.
 */
export const writeStatement = command(
  WriteStatement,
  async ({ trx, actor, now, announce, ground }, asked) => {
    const { consultationId, text, needId, messageId, surveyId } = asked
    await ground.limits.take('statement-by-person', actor.id)
    const collection = await holdCollection(trx, actor, consultationId, now)
    const before = await findWritten(trx, actor.id, asked.clientId)
    if (before) return { statementId: before.id, state: before.state }
    const powers = await powersAt(trx, actor, { tableId: collection.tableId }, now)
    insist(
      surveyId === undefined ? mayWrite(collection, powers, actor) : mayTakeFromAnswers(collection, powers),
    )
    if (needId && messageId) throw refuseField('messageId', 'not-valid')
    if (!(await isSourceHere(trx, consultationId, { needId, messageId, surveyId })))
      throw refuseField(surveyId ? 'surveyId' : needId ? 'needId' : 'messageId', 'not-in-list')
    // Its lock is what keeps two who send the same at once from both being told that nobody did before.
    const number = await takeNumbers(trx, consultationId, actor.id, 1)
    const alike = await listSimilar(trx, consultationId, text, { least: alikeFrom })
    if (alike.some(({ likeness }) => likeness >= sameFrom))
      throw refuseField('text', 'statement-there-already')
    if (alike.length > 0 && asked.anyway !== 'yes') throw refuseField('text', 'statement-much-alike')
    const moderates = mayModerate(powers) === true
    const state = moderates || !collection.holdsStatements ? 'approved' : 'waiting'
    const [statementId = ''] = await keepStatements(trx, [
      {
        consultationId,
        number,
        text,
        language: asked.language ?? actor.language,
        state,
        isMeta: false,
        isSeed: moderates && !collection.isOpen,
        authorId: actor.id,
        needId: needId ?? null,
        messageId: messageId ?? null,
        surveyId: surveyId ?? null,
        writtenAt: now,
        clientId: asked.clientId ?? null,
      },
    ])
    await announce({
      streamId: consultationId,
      name: 'statement-written',
      about: statementId,
      body: { state, needId: needId ?? null, messageId: messageId ?? null },
    })
    if (state === 'approved') await tellSource({ trx, announce }, consultationId, statementId)
    return { statementId, state }
  },
)
