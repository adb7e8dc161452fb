import type { Reader } from '#db/database.ts'
import type { Actor } from '../ground.ts'
import { Refusal } from '../refusal.ts'
import type { AnsweringAs, SurveyAnswered, WaysShown } from './contract.ts'
import { countAnswered, findPrintedCode, listSeatsFilled, type Elector } from './records-sending.ts'
import { codeHashOf } from '../surveys/index.ts'

/**
 * As whom somebody answers, or the refusal that says why they may not so. Null for whoever only has the address: nobody in
 * particular.
 */
export async function electorOf(
  db: Reader,
  actor: Actor,
  { survey, isInside }: { survey: SurveyAnswered; isInside: boolean },
  as: AnsweringAs,
  now: Date,
): Promise<Elector | null> {
  if (!survey.access.includes(as.by)) throw new Refusal('forbidden', 'survey-not-this-way')
  switch (as.by) {
    case 'link':
      return null
    case 'code': {
      const found = await findPrintedCode(db, survey.id, codeHashOf(as.code ?? ''))
      if (!found)
        throw new Refusal('invalid', 'fields', { fields: { code: { reason: 'survey-code-unknown' } } })
      return { unit: 'code', electorId: found }
    }
    case 'account':
      if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
      if (!isInside) throw new Refusal('unseen', 'survey')
      return { unit: 'person', electorId: actor.id }
    case 'seat': {
      if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
      const seats = await listSeatsFilled(db, survey.tableId, actor.id, now)
      const seat =
        as.seatId === undefined && seats.length === 1
          ? seats[0]
          : seats.find(({ seatId }) => seatId === as.seatId)
      if (!seat) throw new Refusal('forbidden', 'not-your-seat')
      return { unit: 'seat', electorId: seat.seatId }
    }
  }
}

/** Each way to answer that is open to a reader, and which they have used up. */
export async function waysFor(
  db: Reader,
  actor: Actor,
  { survey, isInside }: { survey: SurveyAnswered; isInside: boolean },
  now: Date,
): Promise<WaysShown> {
  const { access, timesEach, id, tableId } = survey
  const seats =
    actor.kind === 'person' && access.includes('seat')
      ? await listSeatsFilled(db, tableId, actor.id, now)
      : []
  const isAccount = actor.kind === 'person' && access.includes('account') && isInside
  const electors: Elector[] = [
    ...(isAccount ? [{ unit: 'person' as const, electorId: actor.id }] : []),
    ...seats.map(({ seatId }) => ({ unit: 'seat' as const, electorId: seatId })),
  ]
  const answered = timesEach === null ? [] : await countAnswered(db, id, electors)
  const isUsedUp = (electorId: string) =>
    answered.some((one) => one.electorId === electorId && timesEach !== null && one.times >= timesEach)
  return {
    link: access.includes('link'),
    account: !access.includes('account')
      ? 'closed'
      : actor.kind === 'guest'
        ? 'sign-in'
        : !isAccount
          ? 'closed'
          : isUsedUp(actor.id)
            ? 'answered'
            : 'open',
    seats: seats.map((seat) => ({ ...seat, hasAnswered: isUsedUp(seat.seatId) })),
    code: access.includes('code'),
  }
}
