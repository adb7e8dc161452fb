import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import type { CheckKind, CheckUnit } from './words.ts'

export type CheckRow = {
  id: string
  meetingId: string
  kind: CheckKind
  unit: CheckUnit
  question: string
  language: string
  options: string[]
  closesAt: Date
  closedAt: Date | null
  answered: number
}

const columns = [
  'id',
  'meetingId',
  'kind',
  'unit',
  'question',
  'language',
  'options',
  'closesAt',
  'closedAt',
  'answered',
] as const

export async function findOpenCheck(db: Reader, meetingId: string): Promise<CheckRow | undefined> {
  return db
    .selectFrom('checks')
    .where('meetingId', '=', meetingId)
    .where('closedAt', 'is', null)
    .select(columns)
    .executeTakeFirst()
}

/** A check of a meeting; shared, so that answers do not queue behind each other and a closing waits for those on their way. */
export async function findCheck(
  trx: Trx,
  meetingId: string,
  checkId: string,
  lock: 'share' | 'change',
): Promise<CheckRow | undefined> {
  const found = trx
    .selectFrom('checks')
    .where('id', '=', checkId)
    .where('meetingId', '=', meetingId)
    .select(columns)
  return (lock === 'share' ? found.forShare() : found.forNoKeyUpdate()).executeTakeFirst()
}

export async function findOpened(db: Reader, personId: string, clientId: string | undefined) {
  if (!clientId) return undefined
  return db
    .selectFrom('checks')
    .where('openedBy', '=', personId)
    .where('clientId', '=', clientId)
    .select('id')
    .executeTakeFirst()
}

export async function keepCheck(
  trx: Trx,
  check: {
    meetingId: string
    kind: CheckKind
    unit: CheckUnit
    question: string
    language: string
    options: string[]
    openedBy: string
    openedAt: Date
    closesAt: Date
    clientId: string | null
  },
): Promise<string> {
  const { id } = await trx
    .insertInto('checks')
    .values({
      ...check,
      itemId: sql<
        string | null
      >`(select id from agenda_items where meeting_id = ${check.meetingId} and state = 'running')`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Closed with all who have answered by now; it is never open again. */
export async function keepCheckClosed(trx: Trx, checkId: string, closedAt: Date): Promise<void> {
  await sql`update checks set closed_at = ${closedAt},
    answered = (select count(*) from check_answers a where a.check_id = checks.id) where id = ${checkId}`.execute(
    trx,
  )
}

/** One answer for each unit, the newest. */
export async function keepAnswer(
  trx: Trx,
  answer: { checkId: string; unitId: string; personId: string; choice: number; answeredAt: Date },
): Promise<void> {
  const { choice, personId, answeredAt } = answer
  await trx
    .insertInto('checkAnswers')
    .values(answer)
    .onConflict((conflict) =>
      conflict.columns(['checkId', 'unitId']).doUpdateSet({ choice, personId, answeredAt }),
    )
    .execute()
}

/**
 * A check that is over, by its time or with its meeting, or of which more have answered than was told; another node that
 * is at it is left to it.
 */
export async function holdCheckToTell(trx: Trx, now: Date) {
  const { rows } = await sql<{ id: string; roomId: string; endsAt: Date; answers: number }>`
    select c.id, m.room_id, least(c.closes_at, m.closed_at) as ends_at,
      (select count(*) from check_answers a where a.check_id = c.id)::int as answers
    from checks c join meetings m on m.id = c.meeting_id
    where c.closed_at is null and (least(c.closes_at, m.closed_at) <= ${now}
      or c.answered <> (select count(*) from check_answers a where a.check_id = c.id))
    limit 1 for no key update of c skip locked`.execute(trx)
  return rows[0]
}

export async function keepAnswered(trx: Trx, checkId: string, answered: number): Promise<void> {
  await trx.updateTable('checks').set({ answered }).where('id', '=', checkId).execute()
}

/** The closed checks of a meeting, the newest first, with how often each option was chosen. */
export async function listClosed(
  db: Reader,
  meetingId: string,
  most: number,
): Promise<(CheckRow & { closedAt: Date; chosen: Record<string, number> })[]> {
  const { rows } = await sql<CheckRow & { closedAt: Date; chosen: Record<string, number> }>`
    select c.id, c.meeting_id, c.kind, c.unit, c.question, c.language, c.options, c.closes_at, c.closed_at, c.answered,
      coalesce((select json_object_agg(choice, n) from (
        select choice, count(*)::int as n from check_answers a where a.check_id = c.id group by choice) counted), '{}') as chosen
    from checks c where c.meeting_id = ${meetingId} and c.closed_at is not null
    order by c.closed_at desc, c.id limit ${most}`.execute(db)
  return rows
}

/** What a person has answered to the open check of a meeting, for the seats they fill or for themselves. */
export async function listAnswersOf(db: Reader, meetingId: string, unitIds: string[]) {
  return db
    .selectFrom('checkAnswers')
    .innerJoin('checks', 'checks.id', 'checkAnswers.checkId')
    .where('checks.meetingId', '=', meetingId)
    .where('checks.closedAt', 'is', null)
    .where('unitId', 'in', unitIds)
    .select(['checkId', 'unitId', 'choice'])
    .execute()
}
