import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Reader } from '#db/database.ts'
import type { Actor } from '../ground.ts'

/** A members-only consultation does not exist for anybody else. For a query that has `consultations` in it under that name. */
export function visibleTo(actor: Actor) {
  return actor.kind === 'guest'
    ? sql<SqlBool>`consultations.visibility = 'public'`
    : visibleToPerson(sql`${actor.id}`)
}

/** The same for a person who is a column of the statement. */
export function visibleToPerson(personId: RawBuilder<unknown>) {
  return sql<SqlBool>`(consultations.visibility = 'public' or is_inside_consultation(consultations.id, ${personId}))`
}

/** Whether a person may take part where only organisations do. */
export function speaksForOrganisation(personId: RawBuilder<unknown>) {
  return sql<SqlBool>`exists (select 1 from organisation_members spoken join organisations g on g.id = spoken.organisation_id
    where spoken.person_id = ${personId} and spoken.left_at is null and spoken.role = 'representative' and g.state = 'verified')`
}

/** The phase of a day; none before the first, between two, and after the last. */
export function phaseOn(day: string) {
  return sql<
    'listen' | 'discuss' | 'propose' | 'decide' | 'answer' | 'follow' | null
  >`(select dated.phase from consultation_phases dated
    where dated.consultation_id = consultations.id and dated.starts_on <= ${day}::date and dated.ends_on >= ${day}::date)`
}

export async function findConsultation(
  db: Reader,
  actor: Actor,
  consultationId: string,
  day: string,
  lock?: 'share' | 'change',
) {
  let found = db
    .selectFrom('consultations')
    .innerJoin('rooms', 'rooms.consultationId', 'consultations.id')
    .innerJoin('tables', 'tables.id', 'consultations.tableId')
    .where('consultations.id', '=', consultationId)
    .where(visibleTo(actor))
    .select([
      'consultations.id',
      'consultations.tableId',
      'consultations.visibility',
      'consultations.participation',
      'consultations.answeringOrganisationId',
      'consultations.answerDueOn',
      'consultations.closedAt',
      'consultations.title',
      'rooms.id as roomId',
      'tables.territoryCode',
      phaseOn(day).as('phase'),
    ])
  if (lock === 'share') found = found.forShare('consultations')
  if (lock === 'change') found = found.forUpdate('consultations')
  return found.executeTakeFirst()
}
