import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import { visibleTo } from '../consultations/index.ts'
import type { RichDocument } from '../documents/contract.ts'
import type { Actor } from '../ground.ts'
import type { ProposalHeld } from './contract.ts'

/** Whether people are called, or are going to be, to vote on it. */
export const hasLiveBallot = sql<boolean>`exists (select 1 from ballots b where b.proposal_id = proposals.id
  and b.state in ('planned', 'open'))`

export type Written = {
  title: string
  document: RichDocument
  plain: string
  ask: string
  addressee: string
  language: string
}

/**
 * Locked, so that two who write at once come one after the other. Locked first and read after: what the second
 * reads of ballots and sources must be what the first left.
 */
export async function findToWrite(
  trx: Trx,
  actor: Actor,
  proposalId: string,
): Promise<ProposalHeld | undefined> {
  await trx.selectFrom('proposals').where('id', '=', proposalId).select('id').forUpdate().execute()
  return trx
    .selectFrom('proposals')
    .innerJoin('consultations', 'consultations.id', 'proposals.consultationId')
    .where('proposals.id', '=', proposalId)
    .where(visibleTo(actor))
    .select([
      'proposals.id',
      'proposals.number',
      'proposals.consultationId',
      'proposals.state',
      'proposals.version',
      'consultations.closedAt as consultationClosedAt',
      hasLiveBallot.as('hasLiveBallot'),
      sql<boolean>`exists (select 1 from answer_requests r where r.proposal_id = proposals.id)`.as('isAsked'),
      sql<ProposalHeld['lastOutcome']>`(select b.outcome from ballots b
        where b.proposal_id = proposals.id and b.state = 'closed' order by b.closed_at desc limit 1)`.as(
        'lastOutcome',
      ),
      sql<number>`(select count(*) from proposal_sources s where s.proposal_id = proposals.id and s.unlinked_at is null)`.as(
        'sourceCount',
      ),
    ])
    .executeTakeFirst()
}

export async function findDrafted(db: Reader, personId: string, clientId: string | undefined) {
  if (!clientId) return undefined
  return db
    .selectFrom('proposals')
    .where('createdBy', '=', personId)
    .where('clientId', '=', clientId)
    .select(['id', 'number'])
    .executeTakeFirst()
}

export async function findRevised(
  db: Reader,
  revision: { proposalId: string; personId: string; clientId: string | undefined },
) {
  if (!revision.clientId) return undefined
  return db
    .selectFrom('proposalVersions')
    .where('proposalId', '=', revision.proposalId)
    .where('authorId', '=', revision.personId)
    .where('clientId', '=', revision.clientId)
    .select('version')
    .executeTakeFirst()
}

/** The next number of the consultation. Its stream is locked first: two drafts at once get two numbers. */
export async function keepProposal(
  trx: Trx,
  draft: { consultationId: string; personId: string; clientId: string | undefined; now: Date },
) {
  await trx
    .selectFrom('streams')
    .where('id', '=', draft.consultationId)
    .select('id')
    .forUpdate()
    .executeTakeFirst()
  return trx
    .insertInto('proposals')
    .values({
      consultationId: draft.consultationId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from proposals where consultation_id = ${draft.consultationId})`,
      createdBy: draft.personId,
      createdAt: draft.now,
      clientId: draft.clientId ?? null,
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow()
}

export async function keepVersion(
  trx: Trx,
  version: Written & {
    proposalId: string
    version: number
    note: string
    personId: string
    clientId?: string | undefined
    now: Date
  },
) {
  const { document, personId, now, clientId, ...rest } = version
  await trx
    .insertInto('proposalVersions')
    .values({
      ...rest,
      document: JSON.stringify(document),
      authorId: personId,
      clientId: clientId ?? null,
      at: now,
    })
    .execute()
  await trx
    .updateTable('proposals')
    .set({ version: version.version })
    .where('id', '=', version.proposalId)
    .execute()
}

/** Those of the needs that can be a source: of this consultation, standing, and not hidden. */
export async function findUsableNeeds(trx: Trx, consultationId: string, needIds: string[]) {
  const rows = await trx
    .selectFrom('needs')
    .where('consultationId', '=', consultationId)
    .where('id', 'in', needIds)
    .where('state', '=', 'posted')
    .where('hiddenAt', 'is', null)
    .select('id')
    .execute()
  return rows.map((row) => row.id)
}

/** Answers those that were not linked before. */
export async function keepSources(
  trx: Trx,
  link: { proposalId: string; needIds: string[]; personId: string; now: Date },
): Promise<string[]> {
  const rows = await trx
    .insertInto('proposalSources')
    .values(
      link.needIds.map((needId) => ({
        proposalId: link.proposalId,
        needId,
        linkedBy: link.personId,
        linkedAt: link.now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['proposalId', 'needId']).where('unlinkedAt', 'is', null).doNothing(),
    )
    .returning('needId')
    .execute()
  return rows.map((row) => row.needId)
}

export async function keepSourceRemoved(
  trx: Trx,
  removal: { proposalId: string; needId: string; reason: string; now: Date },
): Promise<boolean> {
  const removed = await trx
    .updateTable('proposalSources')
    .set({ unlinkedAt: removal.now, unlinkReason: removal.reason })
    .where('proposalId', '=', removal.proposalId)
    .where('needId', '=', removal.needId)
    .where('unlinkedAt', 'is', null)
    .returning('needId')
    .executeTakeFirst()
  return removed !== undefined
}

export async function keepPublished(trx: Trx, proposalId: string, now: Date) {
  await trx
    .updateTable('proposals')
    .set({ state: 'published', publishedAt: now })
    .where('id', '=', proposalId)
    .execute()
}

export async function keepWithdrawn(trx: Trx, proposalId: string, reason: string, now: Date) {
  await trx
    .updateTable('proposals')
    .set({ state: 'withdrawn', withdrawnAt: now, withdrawReason: reason })
    .where('id', '=', proposalId)
    .execute()
}

/** What a poll about it makes of it, while no ballot is deciding. */
export async function keepPolled(
  trx: Trx,
  proposalId: string,
  turn: { from: 'published' | 'voting'; to: 'published' | 'voting' | 'approved' | 'not-approved' },
) {
  await trx
    .updateTable('proposals')
    .set({ state: turn.to })
    .where('id', '=', proposalId)
    .where('state', '=', turn.from)
    .where(sql<boolean>`not ${hasLiveBallot}`)
    .execute()
}

/** What a vote made of it; an answer that was given meanwhile stands. */
export async function keepDecided(
  trx: Trx,
  proposalId: string,
  state: 'voting' | 'approved' | 'not-approved',
) {
  await trx
    .updateTable('proposals')
    .set({ state })
    .where('id', '=', proposalId)
    .where('state', '!=', 'answered')
    .execute()
}
