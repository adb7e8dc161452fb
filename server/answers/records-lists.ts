import { sql } from 'kysely'
import type { Reader } from '#db/database.ts'
import { saidIn } from '../by-language.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Actor } from '../ground.ts'
import { hasLiveBallot } from '../proposals/index.ts'
import { regionOf } from '../territories/index.ts'
import type { AnswerAwaited, AnswerListed } from './contract.ts'
import { daysLate } from './days-late.ts'

export async function showProposal(db: Reader, proposalId: string) {
  return db
    .selectFrom('proposals')
    .innerJoin('proposalVersions', (join) =>
      join
        .onRef('proposalVersions.proposalId', '=', 'proposals.id')
        .onRef('proposalVersions.version', '=', 'proposals.version'),
    )
    .innerJoin('consultations', 'consultations.id', 'proposals.consultationId')
    .leftJoin('answerRequests', 'answerRequests.proposalId', 'proposals.id')
    .innerJoin('organisations', (join) =>
      join.on(
        'organisations.id',
        '=',
        sql`coalesce(answer_requests.organisation_id, consultations.answering_organisation_id)`,
      ),
    )
    .where('proposals.id', '=', proposalId)
    .select([
      'proposals.id',
      'proposals.number',
      'proposals.state',
      hasLiveBallot.as('hasLiveBallot'),
      'proposalVersions.title',
      'proposalVersions.language',
      'organisations.id as organisationId',
      'organisations.name as body',
      'answerRequests.askedAt',
      'answerRequests.dueOn',
      'answerRequests.settledAt',
    ])
    .executeTakeFirstOrThrow()
}

function requests(db: Reader, actor: Actor) {
  return (
    db
      .selectFrom('answerRequests')
      .innerJoin('proposals', 'proposals.id', 'answerRequests.proposalId')
      .innerJoin('proposalVersions', (join) =>
        join
          .onRef('proposalVersions.proposalId', '=', 'proposals.id')
          .onRef('proposalVersions.version', '=', 'proposals.version'),
      )
      .innerJoin('consultations', 'consultations.id', 'proposals.consultationId')
      .innerJoin('organisations', 'organisations.id', 'answerRequests.organisationId')
      // One that was withdrawn before asking fixed its words has nothing left to answer.
      .where('proposals.state', '!=', 'withdrawn')
      .where(visibleTo(actor))
  )
}

/** What is awaited: the longest overdue first, then the nearest dates. */
export async function listAwaited(
  db: Reader,
  actor: Actor,
  today: string,
  most: number,
): Promise<AnswerAwaited[]> {
  const rows = await requests(db, actor)
    .where('answerRequests.settledAt', 'is', null)
    .orderBy('answerRequests.dueOn')
    .orderBy('answerRequests.proposalId')
    .limit(most)
    .select(awaited)
    .execute()
  return rows.map((row) => asAwaited(row, actor, today))
}

/** What awaits this person's answer, as a representative of the body or an official of its region. */
export async function listDueFrom(
  db: Reader,
  actor: Extract<Actor, { kind: 'person' }>,
  today: string,
  most: number,
): Promise<AnswerAwaited[]> {
  const rows = await requests(db, actor)
    .innerJoin('tables', 'tables.id', 'consultations.tableId')
    .where('answerRequests.settledAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('organisationMembers')
            .whereRef('organisationMembers.organisationId', '=', 'organisations.id')
            .where('organisationMembers.personId', '=', actor.id)
            .where('organisationMembers.leftAt', 'is', null)
            .where('organisationMembers.role', '=', 'representative')
            .select('organisationMembers.personId'),
        ),
        eb.and([
          sql<boolean>`organisations.kind in ('public-body', 'health-body', 'school')`,
          sql<boolean>`organisations.region_code = ${regionOf(sql`tables.territory_code`)}`,
          eb.exists(
            eb
              .selectFrom('territoryOfficials')
              .where('territoryOfficials.personId', '=', actor.id)
              .whereRef('territoryOfficials.territoryCode', '=', 'organisations.regionCode')
              .select('territoryOfficials.personId'),
          ),
        ]),
      ]),
    )
    .orderBy('answerRequests.dueOn')
    .orderBy('answerRequests.proposalId')
    .limit(most)
    .select(awaited)
    .execute()
  return rows.map((row) => asAwaited(row, actor, today))
}

const awaited = [
  'proposals.id as proposalId',
  'proposalVersions.title',
  'proposalVersions.language',
  'consultations.title as consultation',
  'organisations.name as body',
  'answerRequests.dueOn',
] as const

function asAwaited(
  row: Omit<AnswerAwaited, 'consultation' | 'daysLate'> & { consultation: unknown },
  actor: Actor,
  today: string,
): AnswerAwaited {
  return {
    ...row,
    consultation: saidIn(row.consultation, actor.language),
    daysLate: daysLate(row.dueOn, today),
  }
}

/** The newest answer of each proposal, newest first, from after a place on. */
export async function listGiven(
  db: Reader,
  actor: Actor,
  past: { at: Date; id: string } | undefined,
  most: number,
): Promise<(AnswerListed & { id: string })[]> {
  let listed = requests(db, actor)
    .innerJoin('answers', 'answers.proposalId', 'proposals.id')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('answers as later')
            .whereRef('later.proposalId', '=', 'answers.proposalId')
            .whereRef('later.number', '>', 'answers.number')
            .select('later.id'),
        ),
      ),
    )
  if (past)
    listed = listed.where(sql<boolean>`(answers.given_at, answers.id) < (${past.at}, ${past.id}::uuid)`)
  const rows = await listed
    .orderBy('answers.givenAt', 'desc')
    .orderBy('answers.id', 'desc')
    .limit(most)
    .select([
      'answers.id',
      'proposals.id as proposalId',
      'proposalVersions.title',
      'proposalVersions.language',
      'consultations.title as consultation',
      'organisations.name as body',
      'answers.number',
      'answers.outcome',
      'answers.givenAt',
      'answers.reviewOn',
      'answers.doneBy',
    ])
    .execute()
  return rows.map((row) => ({ ...row, consultation: saidIn(row.consultation, actor.language) }))
}
