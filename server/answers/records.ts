import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Actor } from '../ground.ts'
import { hasLiveBallot } from '../proposals/index.ts'
import { Refusal } from '../refusal.ts'
import { regionOf } from '../territories/index.ts'
import type { AnswerGiven } from './contract.ts'
import type { Answerer } from './rules.ts'
import type { DeclineReason, Outcome } from './words.ts'

/** The consultation of a proposal that has left its draft, for whoever may see it; to others neither is there. */
export async function consultationOf(db: Reader, actor: Actor, proposalId: string): Promise<string> {
  const found = await db
    .selectFrom('proposals')
    .innerJoin('consultations', 'consultations.id', 'proposals.consultationId')
    .where('proposals.id', '=', proposalId)
    .where('proposals.state', 'not in', ['draft', 'withdrawn'])
    .where(visibleTo(actor))
    .select('consultationId')
    .executeTakeFirst()
  if (!found) throw new Refusal('unseen', 'proposal')
  return found.consultationId
}

/** One act on a proposal's answers at a time. */
export async function holdProposal(trx: Trx, proposalId: string) {
  const proposal = await trx
    .selectFrom('proposals')
    .where('id', '=', proposalId)
    .select(['id', 'state', hasLiveBallot.as('hasLiveBallot')])
    .forUpdate()
    .executeTakeFirst()
  if (!proposal) throw new Refusal('unseen', 'proposal')
  const request = await trx
    .selectFrom('answerRequests')
    .where('proposalId', '=', proposalId)
    .select(['organisationId', 'dueOn', 'settledAt', 'askedBy'])
    .executeTakeFirst()
  return { ...proposal, request }
}

export async function keepRequest(
  trx: Trx,
  request: { proposalId: string; organisationId: string; askedBy: string; askedAt: Date; dueOn: string },
) {
  await trx.insertInto('answerRequests').values(request).execute()
}

/** How a person stands to the body that answers a consultation. */
export async function findAnswerer(
  db: Reader,
  personId: string,
  organisationId: string,
  territoryCode: string | null,
): Promise<Answerer> {
  const { rows } = await sql<Answerer>`
    select g.kind in ('public-body', 'health-body', 'school') as body_is_public,
      g.state = 'verified' and exists (select 1 from organisation_members m where m.organisation_id = g.id and m.person_id = ${personId}
        and m.left_at is null and m.role = 'representative') as is_representative,
      exists (select 1 from territory_officials f where f.person_id = ${personId} and f.territory_code = g.region_code
        and g.region_code = ${regionOf(sql`${territoryCode}::text`)}) as is_official_of_region
    from organisations g where g.id = ${organisationId}`.execute(db)
  return rows[0] ?? { bodyIsPublic: false, isRepresentative: false, isOfficialOfRegion: false }
}

export async function findAnswerOfClient(db: Reader, personId: string, clientId: string) {
  return db
    .selectFrom('answers')
    .where('givenBy', '=', personId)
    .where('clientId', '=', clientId)
    .select(['id', 'number', 'proposalId'])
    .executeTakeFirst()
}

export async function keepAnswer(
  trx: Trx,
  answer: {
    proposalId: string
    outcome: Outcome
    reason: DeclineReason | null
    text: string
    language: string
    measure: string
    doneBy: string | null
    reviewOn: string | null
    givenBy: string
    givenAt: Date
    clientId: string | null
  },
) {
  return trx
    .insertInto('answers')
    .values((insert) => ({
      ...answer,
      number: insert
        .selectFrom('answers')
        .where('proposalId', '=', answer.proposalId)
        .select(sql<number>`coalesce(max(number), 0) + 1`.as('next')),
    }))
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow()
}

/** A study is due again on its review day; any other answer settles the request. */
export async function keepRequestAnswered(
  trx: Trx,
  request: { proposalId: string; now: Date; reviewOn: string | null },
) {
  await trx
    .updateTable('answerRequests')
    .set(
      request.reviewOn
        ? { dueOn: request.reviewOn, overdueToldAt: null, settledAt: null }
        : { settledAt: request.now },
    )
    .where('proposalId', '=', request.proposalId)
    .execute()
}

export async function keepProposalAnswered(trx: Trx, proposalId: string) {
  await trx.updateTable('proposals').set({ state: 'answered' }).where('id', '=', proposalId).execute()
}

export async function listAnswersOf(db: Reader, proposalId: string): Promise<AnswerGiven[]> {
  return db
    .selectFrom('answers')
    .where('proposalId', '=', proposalId)
    .orderBy('number', 'desc')
    .select(['number', 'outcome', 'reason', 'text', 'language', 'measure', 'doneBy', 'reviewOn', 'givenAt'])
    .execute()
}

/** The requests whose day has passed untold, each locked, so that two workers never tell one twice. */
export async function takeOverdue(trx: Trx, today: string, now: Date) {
  const { rows } = await sql<{ proposalId: string; consultationId: string; dueOn: string }>`
    update answer_requests r set overdue_told_at = ${now} from proposals p
    where p.id = r.proposal_id and p.state <> 'withdrawn' and r.proposal_id in (
      select proposal_id from answer_requests
      where settled_at is null and overdue_told_at is null and due_on < ${today}::date limit 100 for update skip locked)
    returning r.proposal_id, p.consultation_id, r.due_on`.execute(trx)
  return rows
}

export async function isOverdueUntold(db: Reader, today: string): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`select exists (select 1 from answer_requests r
    join proposals p on p.id = r.proposal_id and p.state <> 'withdrawn'
    where r.settled_at is null and r.overdue_told_at is null and r.due_on < ${today}::date) as due`.execute(
    db,
  )
  return rows[0]?.due ?? false
}
