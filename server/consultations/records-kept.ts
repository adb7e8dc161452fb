import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import type { DatedPhase } from './contract.ts'
import type { Participation, Visibility } from './words.ts'

export async function findOpened(db: Reader, personId: string, clientId: string) {
  return db
    .selectFrom('consultations')
    .innerJoin('rooms', 'rooms.consultationId', 'consultations.id')
    .where('openedBy', '=', personId)
    .where('clientId', '=', clientId)
    .select(['consultations.id as consultationId', 'rooms.id as roomId'])
    .executeTakeFirst()
}

/** Locked: the same person opening the same consultation twice at once waits here for the first. */
export async function holdTable(trx: Trx, tableId: string): Promise<boolean> {
  const found = await trx
    .selectFrom('tables')
    .where('id', '=', tableId)
    .select('id')
    .forUpdate()
    .executeTakeFirst()
  return found !== undefined
}

export async function isVerifiedPublicBody(db: Reader, organisationId: string): Promise<boolean> {
  const found = await db
    .selectFrom('organisations')
    .where('id', '=', organisationId)
    .where('kind', '=', 'public-body')
    .where('state', '=', 'verified')
    .select('id')
    .executeTakeFirst()
  return found !== undefined
}

export async function keepConsultation(
  trx: Trx,
  consultation: {
    id: string
    tableId: string
    title: string
    summary: string
    goal: string
    visibility: Visibility
    participation: Participation
    answeringOrganisationId: string
    answerDueOn: string
    openedBy: string
    openedAt: Date
    clientId: string | null
  },
) {
  await trx.insertInto('consultations').values(consultation).execute()
}

export async function keepPhases(trx: Trx, consultationId: string, phases: readonly DatedPhase[]) {
  await trx
    .insertInto('consultationPhases')
    .values(phases.map((dated) => ({ consultationId, ...dated })))
    .onConflict((conflict) =>
      conflict
        .columns(['consultationId', 'phase'])
        .doUpdateSet((eb) => ({ startsOn: eb.ref('excluded.startsOn'), endsOn: eb.ref('excluded.endsOn') })),
    )
    .execute()
}

export async function keepRoom(trx: Trx, consultationId: string, roomId: string, openedAt: Date) {
  await trx.insertInto('rooms').values({ id: roomId, consultationId, openedAt }).execute()
}

export async function keepAnswerDue(trx: Trx, consultationId: string, answerDueOn: string) {
  await trx.updateTable('consultations').set({ answerDueOn }).where('id', '=', consultationId).execute()
}

export async function keepClosed(trx: Trx, consultationId: string, now: Date) {
  await trx.updateTable('consultations').set({ closedAt: now }).where('id', '=', consultationId).execute()
}

export async function listPhases(db: Reader, consultationId: string): Promise<DatedPhase[]> {
  return db
    .selectFrom('consultationPhases')
    .where('consultationId', '=', consultationId)
    .orderBy('phase')
    .select(['phase', 'startsOn', 'endsOn'])
    .execute()
}

/** Answers whether the person was not yet among those admitted. */
export async function keepAdmitted(
  trx: Trx,
  admission: { consultationId: string; personId: string; addedBy: string; addedAt: Date },
): Promise<boolean> {
  const kept = await trx
    .insertInto('consultationMembers')
    .values({ ...admission, isAwaited: true })
    .onConflict((conflict) => conflict.columns(['consultationId', 'personId']).doNothing())
    .returning('personId')
    .executeTakeFirst()
  return kept !== undefined
}

export async function removeAdmitted(trx: Trx, consultationId: string, personId: string) {
  return trx
    .deleteFrom('consultationMembers')
    .where('consultationId', '=', consultationId)
    .where('personId', '=', personId)
    .returning('isAwaited')
    .executeTakeFirst()
}

export async function isInside(db: Reader, consultationId: string, personId: string): Promise<boolean> {
  const found = await db
    .selectFrom('consultationPeople')
    .where('consultationId', '=', consultationId)
    .where('personId', '=', personId)
    .select('personId')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** Members-only consultations of these tables, or answered by this organisation, that a person can no longer enter. */
export async function listLost(
  db: Reader,
  personId: string,
  by: { tableIds: string[]; organisationId: string | null },
) {
  const { rows } = await sql<{ id: string; roomId: string }>`
    select c.id, r.id as room_id from consultations c join rooms r on r.consultation_id = c.id
    where c.visibility = 'members' and (c.table_id = any(${by.tableIds}::uuid[]) or c.answering_organisation_id = ${by.organisationId})
      and not exists (select 1 from consultation_people inside where inside.consultation_id = c.id and inside.person_id = ${personId})
    order by c.id`.execute(db)
  return rows
}

/** Whether a ballot or a poll is planned or open, or a survey takes answers. */
export async function isAnythingToVote(db: Reader, consultationId: string, now: Date): Promise<boolean> {
  const { rows } = await sql<{ isAny: boolean }>`select
    exists (select 1 from ballots where consultation_id = ${consultationId} and state in ('planned', 'open'))
    or exists (select 1 from polls where consultation_id = ${consultationId} and state in ('planned', 'open'))
    or exists (select 1 from surveys where consultation_id = ${consultationId} and state = 'open' and closes_at > ${now})
    as is_any`.execute(db)
  return rows[0]?.isAny ?? false
}
